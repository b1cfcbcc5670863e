// The server's key for files of unsent answers (lib/surveys/answer-file.ts). Pages carry the public half; the private half
// is OFFLINE_KEY. Without it files that are already on their way can never be opened, so it belongs into every backup.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { env } from '#lib/env'

let known: { private: string; public: string } | undefined

/** A new private half, as OFFLINE_KEY wants it (PKCS #8, base64url). */
export function makeOfficerKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
}

/** The raw public point, base64url; undefined where no key is set, and then nothing can be saved to a file. */
export function officerPublicKey(): string | undefined {
  const { OFFLINE_KEY } = env()
  if (!OFFLINE_KEY) return undefined
  if (known?.private !== OFFLINE_KEY) known = { private: OFFLINE_KEY, public: publicHalf(OFFLINE_KEY) }
  return known.public
}

/** For opening files; null where no key is set. */
export async function officerPrivateKey(): Promise<CryptoKey | null> {
  const { OFFLINE_KEY } = env()
  if (!OFFLINE_KEY) return null
  const bytes = Buffer.from(OFFLINE_KEY, 'base64url')
  return crypto.subtle.importKey('pkcs8', bytes, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
}

function publicHalf(secret: string): string {
  const key = createPrivateKey({ key: Buffer.from(secret, 'base64url'), format: 'der', type: 'pkcs8' })
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' })
  const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat(point).toString('base64url')
}
