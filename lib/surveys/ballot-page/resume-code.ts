// "Continue on another device": a code of 80 random bits that only the person has. Its browser derives from it the name
// under which the draft lies on the server and the key that opens it; the server has ciphertext, padded so that its length
// tells nothing. PBKDF2, not HKDF alone: 80 bits are short enough that somebody with the whole table should pay for each guess.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16
const iterations = 200_000
const step = 4096
const encoder = new TextEncoder()

/** Where a draft lies and what opens it. */
export type DraftKey = { id: string; key: CryptoKey }

/** A new code, 16 characters. */
export function makeResumeCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(codeLength))
  return [...bytes].map((byte) => alphabet[byte & 31]).join('')
}

/** The code as somebody typed or scanned it; null when it cannot be one. */
export function readResumeCode(text: string): string | null {
  if (text.length > 100) return null
  const code = text
    .replace(/[đĐ]/g, 'DD')
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s.·–—-]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** As it is shown and written down: "ABCD-EFGH-JKMN-PQRS". */
export const formatResumeCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** Takes some tenths of a second on a cheap phone. */
export async function draftKeyOf(code: string): Promise<DraftKey> {
  const { subtle } = crypto
  const typed = await subtle.importKey('raw', encoder.encode(code), 'PBKDF2', false, ['deriveBits'])
  const salt = encoder.encode('thuoc-do resume code')
  const stretched = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256)
  const secret = await subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey'])
  const from = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(info) })
  const id = new Uint8Array(await subtle.deriveBits(from('draft id'), secret, 256))
  const kind = { name: 'AES-GCM', length: 256 }
  const key = await subtle.deriveKey(from('draft key'), secret, kind, false, ['encrypt', 'decrypt'])
  return { id: base64url(id), key }
}

/** Seals any JSON value; the length is 28 bytes more than a multiple of 4096. */
export async function sealDraft({ id, key }: DraftKey, value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const text = encoder.encode(JSON.stringify(value))
  const plain = new Uint8Array(Math.ceil((text.length + 4) / step) * step)
  new DataView(plain.buffer).setUint32(0, text.length)
  plain.set(text, 4)
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, id), key, plain))
  const bytes = new Uint8Array(iv.length + sealed.length)
  bytes.set(iv)
  bytes.set(sealed, iv.length)
  return bytes
}

/** The value, or null when the bytes are not what this code has sealed. */
export async function openDraft<Value>({ id, key }: DraftKey, bytes: Uint8Array): Promise<Value | null> {
  try {
    const all = new Uint8Array(bytes)
    const plain = await crypto.subtle.decrypt(algorithm(all.slice(0, 12), id), key, all.slice(12))
    const length = new DataView(plain).getUint32(0)
    return JSON.parse(new TextDecoder().decode(plain.slice(4, 4 + length))) as Value
  } catch {
    return null
  }
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoder.encode(id),
})

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
