// Fields that lie sealed in the database: AES-256-GCM with a key that stands outside it (CONTACT_KEY). The purpose and the
// id of the row are bound in, so a sealed field that is moved to another row or another column cannot be opened. CONTACT_KEY
// may name several keys, parted by commas: the first seals, all of them open, so that a key can be changed at leisure.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#lib/env'

const VERSION = 1
const KEY_ID = 4
const NONCE = 12
const TAG = 16
const HEAD = 1 + KEY_ID + NONCE

/** Why a sealed field could not be opened. `unknown-key`: CONTACT_KEY lacks the key; `broken`: changed, or not of this row. */
export class SealedFieldError extends Error {
  constructor(readonly reason: 'unknown-key' | 'broken') {
    super(
      reason === 'unknown-key'
        ? 'A sealed field needs a key that CONTACT_KEY does not hold.'
        : 'A sealed field was changed, or belongs to another row or purpose.',
    )
  }
}

/** A new key, as CONTACT_KEY and INVITATION_KEY want it: 32 random bytes, base64url. */
export function makeSecretKey(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Seals a text or bytes for one row. `purpose` names table and column ("contact"), `id` the row; both are needed to open.
 * Shape of the result: version (1 byte), key id (4), nonce (12), ciphertext, tag (16): 33 bytes more than the content.
 *
 * @example
 * openText('contact', 'row-1', seal('contact', 'row-1', 'Chế Thị Mai')) // => 'Chế Thị Mai'
 * openText('contact', 'row-2', seal('contact', 'row-1', 'Chế Thị Mai')) // => throws Error
 */
export function seal(purpose: string, id: string, content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const key = currentKey()
  const head = Buffer.concat([Buffer.from([VERSION]), keyId(key), randomBytes(NONCE)])
  const cipher = createCipheriv('aes-256-gcm', subkey(key, `seal ${purpose}`), head.subarray(1 + KEY_ID))
  cipher.setAAD(boundTo(purpose, id, head))
  const body = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return copyOf(Buffer.concat([head, cipher.update(body), cipher.final(), cipher.getAuthTag()]))
}

/** The bytes that were sealed for this row. Throws SealedFieldError. */
export function open(purpose: string, id: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(sealed)
  if (bytes.length < HEAD + TAG || bytes[0] !== VERSION) throw new SealedFieldError('broken')
  const head = bytes.subarray(0, HEAD)
  const key = allKeys().find((one) => keyId(one).equals(head.subarray(1, 1 + KEY_ID)))
  if (!key) throw new SealedFieldError('unknown-key')
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      subkey(key, `seal ${purpose}`),
      head.subarray(1 + KEY_ID),
    )
    decipher.setAAD(boundTo(purpose, id, head))
    decipher.setAuthTag(bytes.subarray(-TAG))
    return copyOf(Buffer.concat([decipher.update(bytes.subarray(HEAD, -TAG)), decipher.final()]))
  } catch {
    throw new SealedFieldError('broken')
  }
}

/** The text that was sealed for this row. Throws SealedFieldError. */
export function openText(purpose: string, id: string, sealed: Uint8Array): string {
  return Buffer.from(open(purpose, id, sealed)).toString('utf8')
}

/**
 * A hash that only the holder of the key can compute (HMAC-SHA-256, base64url): finds equal values without keeping them.
 * It follows the first key of CONTACT_KEY, so hashes must be made anew when that key changes.
 */
export function keyedHash(purpose: string, text: string): string {
  return hashUnder(currentKey(), purpose, text)
}

/** The same hash under every key of CONTACT_KEY, the current one first: for codes that people hold since before a change. */
export function keyedHashes(purpose: string, text: string): string[] {
  return allKeys().map((key) => hashUnder(key, purpose, text))
}

/** Whether a field was sealed with the key that seals now: what was not should be sealed anew before the old key goes. */
export function isSealedWithCurrentKey(sealed: Uint8Array): boolean {
  return keyId(currentKey()).equals(Buffer.from(sealed).subarray(1, 1 + KEY_ID))
}

/** Ids of the keys of CONTACT_KEY (4 bytes each, which say nothing about the key), the one that seals now first. */
export function sealingKeyIds(): Uint8Array[] {
  return allKeys().map(keyId)
}

function hashUnder(key: Buffer, purpose: string, text: string): string {
  return createHmac('sha256', subkey(key, `hash ${purpose}`))
    .update(text, 'utf8')
    .digest('base64url')
}

function allKeys(): Buffer[] {
  const { CONTACT_KEY } = env()
  if (!CONTACT_KEY) throw new Error('CONTACT_KEY is not set: the start command makes one')
  return CONTACT_KEY.split(',').map((key) => Buffer.from(key, 'base64url'))
}

function currentKey(): Buffer {
  return allKeys()[0] as Buffer
}

/** Every use has a key of its own (HKDF, RFC 5869), so that a sealed field of one purpose says nothing about another. */
function subkey(key: Buffer, use: string): Buffer {
  const name = `${key.toString('base64url')} ${use}`
  const made = subkeys.get(name) ?? Buffer.from(hkdfSync('sha256', key, '', `thuoc-do ${use}`, 32))
  subkeys.set(name, made)
  return made
}

/** Purposes are few, so this stays small; a list of thousands of people derives its key once. */
const subkeys = new Map<string, Buffer>()

function keyId(key: Buffer): Buffer {
  return subkey(key, 'key id').subarray(0, KEY_ID)
}

function boundTo(purpose: string, id: string, head: Buffer): Buffer {
  return Buffer.concat([head.subarray(0, 1 + KEY_ID), Buffer.from(JSON.stringify([purpose, id]), 'utf8')])
}

/** Prisma wants bytes on an ArrayBuffer of their own. */
function copyOf(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
