// The proof that a leaf stands in the public log. A leaf tells nothing about its answer: anybody may ask about any.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { findLastHead, findLeafIndex, loadHashes } from '#lib/db/ledger'
import { toBase64url } from '#lib/ledger/base64url'
import { inclusionProof } from '#lib/ledger/merkle-tree'
import type { LeafProof } from '#lib/ledger/receipt-file'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const leafShape = z.object({ wave: z.string().max(60), leaf: z.string().max(60) })

/** Under the newest head. Throws leafNotLogged. */
export async function proveLeaf(_anybody: MaybeActor, input: z.input<typeof leafShape>): Promise<LeafProof> {
  const { wave, leaf } = requireShape(leafShape, input)
  const proof = await findProof(wave, leaf)
  if (!proof) throw problems.leafNotLogged({ leaf })
  return proof
}

/** Under the newest head; null when the log does not have the leaf. */
export async function findProof(wave: string, leaf: string): Promise<LeafProof | null> {
  const isLeaf = /^[\w-]{43}$/.test(leaf) && /^[a-z0-9-]{1,60}$/.test(wave)
  const index = isLeaf ? await findLeafIndex(wave, leaf) : null
  const head = await (index === null ? null : findLastHead(wave))
  if (index === null || !head) return null
  const path = inclusionProof(await loadHashes(wave, [index, head.size]), index, head.size)
  return { index, path: path.map(toBase64url), head }
}
