// Bytes as text (RFC 4648, base64url without padding), the same in the browser, where there is no Buffer, and here.

/** Bytes to base64url. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** base64url to bytes; null when it is none, or not the one way of writing these bytes. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return toBase64url(bytes) === text ? bytes : null
  } catch {
    return null
  }
}
