// Checks proofs against heads by the algorithms of RFC 9162 (2.1.3.2, 2.1.4.2): needs nothing of the log but the proof.
import { hashNode } from '#lib/ledger/merkle-tree'

/** The root that follows from leaf `index` of a tree of `size` leaves and its proof; null when the proof has a wrong length. */
export function rootFromInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return null
  let [node, last, root] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return null
    if (node % 2 === 1 || node === last) {
      root = hashNode(sibling, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else root = hashNode(root, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 ? root : null
}

/** Whether the tree with `root` of `size` leaves begins with the tree of `earlier` leaves with `earlierRoot`. */
export function isConsistent(
  [earlier, earlierRoot]: [size: number, root: Uint8Array],
  [size, root]: [size: number, root: Uint8Array],
  proof: readonly Uint8Array[],
): boolean {
  if (!(Number.isInteger(earlier) && earlier > 0 && earlier <= size)) return false
  if (earlier === size) return proof.length === 0 && isSame(earlierRoot, root)
  const path = Number.isInteger(Math.log2(earlier)) ? [earlierRoot, ...proof] : [...proof]
  let [node, last] = [earlier - 1, size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  const first = path.shift()
  if (!first) return false
  let [before, after] = [first, first]
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      ;[before, after] = [hashNode(sibling, before), hashNode(sibling, after)]
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else after = hashNode(after, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && isSame(before, earlierRoot) && isSame(after, root)
}

const half = (n: number) => Math.floor(n / 2)

/** Whether two hashes are the same. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
