// The code of an invitation stands in the fragment of the address, which no browser sends to anybody. It is taken out of
// the address bar at once, before anybody looks over a shoulder, and kept for this tab only: a reload or another language
// goes on, a new tab asks for the code again, because others may use this device.
const place = 'thuoc-do ballot code'

/** The code that this tab was opened with, as it was written; null when there is none. Empties the address. */
export function takeCode(): string | null {
  const written = decodeURIComponentSafely(location.hash.slice(1)).replace(/^r=/, '')
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search)
  if (written) keepCode(written)
  return written || keptCode()
}

export function keepCode(code: string): void {
  try {
    sessionStorage.setItem(place, code)
  } catch {
    // without storage the code is typed again after a reload
  }
}

export function forgetCode(): void {
  try {
    sessionStorage.removeItem(place)
  } catch {
    // nothing was kept
  }
}

function keptCode(): string | null {
  try {
    return sessionStorage.getItem(place)
  } catch {
    return null
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
