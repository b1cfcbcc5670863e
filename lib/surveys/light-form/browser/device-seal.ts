// Seals what waits on the device with AES-GCM. The key is made here and cannot be taken out of the browser's key store:
// a copied or inspected storage shows no answer. It does not protect against somebody who runs the unlocked browser.
import { inStore } from '#lib/surveys/light-form/browser/device-store'

export type Sealed = { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }

/** Whether this browser can keep anything sealed: WebCrypto needs https (or this very machine). */
export function canSeal(): boolean {
  return isSecureContext && 'indexedDB' in self && crypto.subtle !== undefined
}

/** `label` is bound to the content: what was sealed under another one does not open. */
export async function seal(value: unknown, label: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, sealed: await crypto.subtle.encrypt(algorithm(iv, label), await deviceKey(), plain) }
}

/** Throws when the key is another one or a byte has changed. */
export async function open<Value>({ iv, sealed }: Sealed, label: string): Promise<Value> {
  const plain = await crypto.subtle.decrypt(algorithm(iv, label), await deviceKey(), sealed)
  return JSON.parse(new TextDecoder().decode(plain)) as Value
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, label: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(label),
})

/** Asks the browser not to clear this store when space runs low or nobody has come for a while. */
function askToStay(): void {
  void navigator.storage?.persist?.().catch(() => {}) // one that refuses keeps the answers as long as it can
}

async function deviceKey(): Promise<CryptoKey> {
  const known = await inStore<CryptoKey | undefined>('keys', 'readonly', (store) => store.get('answers'))
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  askToStay()
  // Two pages may come here at once: the first key stays, "add" refuses a second.
  await inStore('keys', 'readwrite', (store) => store.add(made, 'answers')).catch(() => {})
  return inStore<CryptoKey>('keys', 'readonly', (store) => store.get('answers'))
}
