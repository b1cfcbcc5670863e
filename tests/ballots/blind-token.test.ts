import { beforeAll, expect, it } from 'vitest'
import { readBallotKey } from '#lib/ballots/ballot-key'
import { makeBallotKeys, signBlinded } from '#lib/ballots/ballot-signer'
import { blindToken, finishToken, isTokenSigned } from '#lib/ballots/blind-token'

let ours: Awaited<ReturnType<typeof makeBallotKeys>>
let others: Awaited<ReturnType<typeof makeBallotKeys>>
beforeAll(async () => {
  ;[ours, others] = await Promise.all([makeBallotKeys(), makeBallotKeys()])
})

it('come back signed by the key they were blinded for, and differ from all that the server saw', async () => {
  const state = await blindToken(ours.publicKey)
  const blindSignature = signBlinded(ours.privateKey, state.blinded)!
  const signed = (await finishToken(state, blindSignature))!
  expect(signed.token).toBe(state.token)
  expect(await isTokenSigned(ours.publicKey, signed)).toBe(true)
  expect(await isTokenSigned(others.publicKey, signed)).toBe(false)
  expect([state.blinded, blindSignature]).not.toContain(signed.signature)
})

it('are refused by the browser when another key has signed, or the signature was changed', async () => {
  const state = await blindToken(ours.publicKey)
  expect(await finishToken(state, signBlinded(others.privateKey, state.blinded) ?? 'x')).toBeNull()
  const bytes = Buffer.from(signBlinded(ours.privateKey, state.blinded)!, 'base64url')
  bytes[9]! ^= 1
  expect(await finishToken(state, bytes.toString('base64url'))).toBeNull()
  expect(await finishToken(state, '')).toBeNull()
})

it('are blinded anew every time', async () => {
  const states = await Promise.all([1, 2, 3].map(() => blindToken(ours.publicKey)))
  expect(new Set(states.flatMap(({ token, blinded, inverse }) => [token, blinded, inverse])).size).toBe(9)
})

it('cannot be matched with signatures: every blinded message fits every finished signature', async () => {
  // For any such pair there is exactly one factor that would have blinded it, and it is as likely as any other
  // (Chaum 1983; RFC 9474, 6.2): so a server that keeps all it has seen cannot tell these pairs from swapped ones.
  const states = await Promise.all([1, 2].map(() => blindToken(ours.publicKey)))
  const sign = (blinded: string) => signBlinded(ours.privateKey, blinded)!
  const signed = await Promise.all(states.map((state) => finishToken(state, sign(state.blinded))))
  const n = numberOf(Buffer.from(readBallotKey(ours.publicKey)!).subarray(33, 289).toString('base64url'))
  for (const { blinded } of states)
    for (const one of signed) {
      const signature = numberOf(one!.signature)
      const factor = (numberOf(sign(blinded)) * inverseOf(signature, n)) % n
      expect((power(factor, 65537n, n) * power(signature, 65537n, n)) % n).toBe(numberOf(blinded))
    }
})

const numberOf = (text: string) => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`)

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let b = base % modulus, e = exponent; e > 0n; e >>= 1n, b = (b * b) % modulus)
    if (e & 1n) result = (result * b) % modulus
  return result
}

function inverseOf(value: bigint, modulus: bigint): bigint {
  let [r, newR, t, newT] = [modulus, value % modulus, 0n, 1n]
  while (newR > 0n) {
    const quotient = r / newR
    ;[r, newR, t, newT] = [newR, r - quotient * newR, newT, t - quotient * newT]
  }
  return ((t % modulus) + modulus) % modulus
}
