// Work that a device must show before its answer is taken, while an administrator has switched that on: a person does not
// notice a second of it, whoever sends thousands of answers does. Challenges are signed with keys that live as long as
// this process, so a restart ends them all; each is taken once and for a few minutes.
import { randomBytes } from 'node:crypto'
import { type Challenge, createChallenge, randomInt, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'

/** About 200 tries of 2,000 rounds: some tenths of a second on a desk, one to three seconds on a cheap phone. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 2000, fewestTries: 100, mostTries: 300 }
export const proofLastsMs = 5 * 60_000

const shape = z.object({
  challenge: z.object({ parameters: z.looseObject({ expiresAt: z.number() }), signature: z.string() }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

export class ProofOfWork {
  readonly #secrets = {
    hmacSignatureSecret: randomBytes(32).toString('hex'),
    hmacKeySignatureSecret: randomBytes(32).toString('hex'),
  }
  /** Signatures of challenges that were taken, in two generations; the older one goes when all in it have expired. */
  #used = [new Set<string>(), new Set<string>()]
  #turnedAt = Date.now()

  /** A new challenge for whoever asks. */
  makeChallenge(): Promise<Challenge> {
    const { algorithm, cost, fewestTries, mostTries } = work
    const counter = randomInt(mostTries, fewestTries)
    const expiresAt = new Date(Date.now() + proofLastsMs)
    return createChallenge({ algorithm, cost, counter, deriveKey, expiresAt, ...this.#secrets })
  }

  /** Whether this is the solution of a challenge of ours that nobody has used; from now on it is used. */
  async take(proof: string): Promise<boolean> {
    const parsed = shape.safeParse(readProof(proof))
    if (!parsed.success) return false
    const { challenge, solution } = parsed.data as unknown as { challenge: Challenge; solution: Solution }
    const result = await verifySolution({ challenge, solution, deriveKey, ...this.#secrets }).catch(
      () => null,
    )
    return result?.verified === true && this.#spend(challenge.signature!)
  }

  #spend(signature: string): boolean {
    if (Date.now() - this.#turnedAt > proofLastsMs) {
      this.#used = [new Set(), this.#used[0]!]
      this.#turnedAt = Date.now()
    }
    if (this.#used.some((generation) => generation.has(signature))) return false
    this.#used[0]!.add(signature)
    return true
  }
}

/** As it is sent: JSON in base64, so that it fits into a header. */
function readProof(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString('utf8'))
  } catch {
    return null
  }
}
