import { afterEach, expect, it, vi } from 'vitest'
import { ProofOfWork, proofLastsMs } from '#lib/proof-of-work'
import { solveProof } from '#lib/surveys/light-form/browser/solve-proof'

afterEach(() => {
  vi.useRealTimers()
})

type Read = { challenge: { parameters: Record<string, unknown> }; solution: Record<string, unknown> }
const reseal = (proof: string, change: (read: Read) => void) => {
  const read = JSON.parse(atob(proof)) as Read
  change(read)
  return btoa(JSON.stringify(read))
}

async function solved(proofs: ProofOfWork): Promise<string> {
  return solveProof((await proofs.makeChallenge()) as Parameters<typeof solveProof>[0])
}

it('takes what the script of the pages computes, once', async () => {
  const proofs = new ProofOfWork()
  const proof = await solved(proofs)
  expect(await proofs.take(proof)).toBe(true)
  expect(await proofs.take(proof)).toBe(false)
  expect(await proofs.take(reseal(proof, () => {})), 'written down anew').toBe(false)
  expect(await proofs.take(await solved(proofs))).toBe(true)
})

it('takes a proof only as long as its challenge lasts, and remembers used ones until then', async () => {
  const proofs = new ProofOfWork()
  const [early, late] = [await solved(proofs), await solved(proofs)]
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(now + proofLastsMs - 3000)
  expect(await proofs.take(early)).toBe(true)
  vi.setSystemTime(now + proofLastsMs - 1500)
  expect(await proofs.take(early)).toBe(false)
  vi.setSystemTime(now + proofLastsMs + 1500)
  expect(await proofs.take(late)).toBe(false)
  expect(await proofs.take(early)).toBe(false)
})

it('takes no changed challenge, no wrong solution, no challenge of another process, and no rubbish', async () => {
  const proofs = new ProofOfWork()
  const proof = await solved(proofs)
  const changes: ((read: Read) => void)[] = [
    ({ challenge }) => Object.assign(challenge.parameters, { expiresAt: 9_999_999_999 }),
    ({ challenge }) => Object.assign(challenge.parameters, { keyPrefix: '0' }),
    ({ challenge }) => Object.assign(challenge.parameters, { more: 1 }),
    ({ solution }) => Object.assign(solution, { derivedKey: 'ab'.repeat(32) }),
    ({ solution }) => Object.assign(solution, { derivedKey: '' }),
  ]
  for (const change of changes) expect(await proofs.take(reseal(proof, change))).toBe(false)
  for (const rubbish of ['', 'x', 'bnVsbA==', btoa('[]'), btoa('{"challenge":1}'), 'A'.repeat(5000)])
    expect(await proofs.take(rubbish)).toBe(false)
  expect(await new ProofOfWork().take(proof)).toBe(false)
  expect(await proofs.take(proof), 'none of this has used it up').toBe(true)
})
