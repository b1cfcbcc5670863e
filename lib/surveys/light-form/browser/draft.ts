// What has been typed survives a reload of this tab, and nothing else: it is cleared when the form is sent, and a kiosk,
// where the next person uses the same tab, keeps none.

export type Draft = { receipt: string; page: number; isSending: boolean; fields: [string, string][] }

export class DraftStore {
  constructor(
    private readonly key: string,
    private readonly isOff: boolean,
  ) {}

  load(): Draft | null {
    try {
      const text = this.isOff ? null : sessionStorage.getItem(this.key)
      return text ? (JSON.parse(text) as Draft) : null
    } catch {
      return null
    }
  }

  save(draft: Draft): void {
    try {
      if (!this.isOff) sessionStorage.setItem(this.key, JSON.stringify(draft))
    } catch {
      // A browser without storage loses the draft on reload; the form works all the same.
    }
  }

  clear(): void {
    try {
      sessionStorage.removeItem(this.key)
    } catch {
      // nothing was kept
    }
  }
}

/** Puts saved fields back into the form. */
export function fillFields(form: HTMLFormElement, fields: [string, string][]): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = fields.some(([name, value]) => name === control.name && value === control.value)
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      if (control.type !== 'hidden') control.value = fields.find(([name]) => name === control.name)?.[1] ?? ''
    }
  }
}

/** A version 4 UUID; crypto.randomUUID exists on https pages only. */
export function newReceipt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
