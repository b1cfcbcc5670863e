// The proof that a later head goes on where an earlier one ended: nothing before it was added, removed or changed.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { listHeads, loadHashes } from '#lib/db/ledger'
import { toBase64url } from '#lib/ledger/base64url'
import { consistencyProof } from '#lib/ledger/merkle-tree'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().regex(/^[a-z0-9-]{1,60}$/),
  from: z.coerce.number().int().min(1),
  to: z.coerce.number().int().min(1),
})

/** That the log of `to` leaves begins with that of `from` leaves, both sizes of heads. Throws headUnknown. */
export async function proveConsistency(
  _anybody: MaybeActor,
  input: z.input<typeof shape>,
): Promise<{ from: number; to: number; path: string[] }> {
  const { wave, from, to } = requireShape(shape, input)
  const sizes = new Set((await listHeads(wave)).map(({ size }) => size))
  if (!sizes.has(from) || !sizes.has(to) || from > to) throw problems.headUnknown({ wave, from, to })
  const path = consistencyProof(await loadHashes(wave, [from - 1, from, to]), from, to)
  return { from, to, path: path.map(toBase64url) }
}
