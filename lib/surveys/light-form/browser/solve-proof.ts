// Finds the number that solves a challenge of the server (lib/proof-of-work.ts): about a second of work, asked for only
// while answers sent by machines are being held off. One key derivation a try, none of our own arithmetic.

export type Challenge = {
  parameters: { nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string }
}

const mostTries = 10_000

/** The proof as the server takes it. Rejects where the browser cannot compute it (WebCrypto needs https). */
export async function solveProof(challenge: Challenge): Promise<string> {
  const { nonce, salt, cost: iterations, keyLength, keyPrefix } = challenge.parameters
  const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0])
  const rounds = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations }
  for (let counter = 0; counter < mostTries; counter++) {
    new DataView(password.buffer).setUint32(password.length - 4, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hex(await crypto.subtle.deriveBits(rounds, key, keyLength * 8))
    if (derivedKey.startsWith(keyPrefix))
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))
  }
  throw new Error('the challenge has no solution')
}

const bytes = (text: string) =>
  new Uint8Array((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))

const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
