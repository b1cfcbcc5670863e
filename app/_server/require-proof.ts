// Asks for a proof of work where one is needed. The keys of the challenges live here, as long as the process.
import { needsProof } from '#lib/flows/needs-proof'
import { problems } from '#lib/problem'
import { ProofOfWork } from '#lib/proof-of-work'

const proofs = new ProofOfWork()

/** Throws proofRequired, with a fresh challenge, unless this answer needs no proof or brings a good one. */
export async function requireProof(answer: unknown, proof: string | undefined): Promise<void> {
  if (!(await needsProof(null, answer))) return
  if (proof && (await proofs.take(proof))) return
  throw problems.proofRequired({ challenge: await proofs.makeChallenge() })
}
