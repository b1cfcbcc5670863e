// The delegate's half of RFC 9474 (RSABSSA-SHA384-PSS-Deterministic): a random token is blinded, the server signs what it
// cannot read, the blinding is taken off. Deterministic is right here because the token itself is 256 random bits; exponent
// and size of the key are fixed (ballot-key.ts), and no signature that fails under the public key is ever sent on.
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { readBallotKey } from '#lib/ballots/ballot-key'
import { fromBase64url, toBase64url } from '#lib/ledger/base64url'

/** What must be kept, sealed, BEFORE the signature is asked for: with it alone can the reply be used. All base64url. */
export type BlindState = { publicKey: string; token: string; blinded: string; inverse: string }

/** The right to one answer, with nothing in it that the server has seen before. base64url. */
export type SignedToken = { token: string; signature: string }

export const tokenBytes = 32
const suite = RSABSSA.SHA384.PSS.Deterministic()

/** Makes a new token and blinds it. Throws RangeError for a malformed key: check it first. */
export async function blindToken(publicKey: string): Promise<BlindState> {
  const token = crypto.getRandomValues(new Uint8Array(tokenBytes))
  const { blindedMsg, inv } = await suite.blind(await importBallotKey(publicKey), suite.prepare(token))
  const [blinded, inverse] = [toBase64url(blindedMsg), toBase64url(inv)]
  return { publicKey, token: toBase64url(token), blinded, inverse }
}

/** Takes the blinding off. Null: this is no signature under the key that was kept, so the server signed with another one. */
export async function finishToken(state: BlindState, blindSignature: string): Promise<SignedToken | null> {
  const [token, inverse] = [fromBase64url(state.token), fromBase64url(state.inverse)]
  const blindBytes = fromBase64url(blindSignature)
  if (!token || !inverse || !blindBytes) return null
  const key = await importBallotKey(state.publicKey)
  const signature = await suite.finalize(key, suite.prepare(token), blindBytes, inverse).catch(() => null)
  return signature && { token: state.token, signature: toBase64url(signature) }
}

/** Whether the token carries a signature under this key: asked by the server, and by anybody who has the list of keys. */
export async function isTokenSigned(publicKey: string, { token, signature }: SignedToken): Promise<boolean> {
  const [tokenRead, signatureRead] = [fromBase64url(token), fromBase64url(signature)]
  if (tokenRead?.length !== tokenBytes || signatureRead?.length !== 256) return false
  return suite.verify(await importBallotKey(publicKey), signatureRead, suite.prepare(tokenRead))
}

function importBallotKey(publicKey: string): Promise<CryptoKey> {
  const bytes = readBallotKey(publicKey)
  if (!bytes) throw new RangeError('this is no RSA key of 2048 bits with the exponent 65537')
  return crypto.subtle.importKey('spki', bytes, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
}
