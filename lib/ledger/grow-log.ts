// What must be kept when leaves are added to a log: its new root, and the roots over whole blocks of 256, 65536 ... leaves,
// which make proofs cheap. Gives way to other work between blocks, because the same process takes answers.
import { setImmediate } from 'node:timers/promises'
import { type HashSource, levelBits, rangeHash, rootHash } from '#lib/ledger/merkle-tree'

export type KeptNode = { level: number; index: number; hash: Uint8Array }

const blockSize = 2 ** levelBits

/** How many leaves a node of the level stands for. */
export const leavesUnder = (level: number): number => blockSize ** level

/**
 * The blocks of hashes that proofs about these positions read (see rangeHash): of every level the 256 around each.
 * A position is the index of a leaf or a size.
 */
export function blocksAround(positions: number[]): { level: number; from: number; to: number }[] {
  const blocks: { level: number; from: number; to: number }[] = []
  const last = Math.max(...positions)
  for (let level = 0; leavesUnder(level) <= last + 1; level++)
    for (const block of new Set(positions.map((position) => Math.floor(position / leavesUnder(level + 1)))))
      blocks.push({ level, from: block * blockSize, to: (block + 1) * blockSize })
  return blocks
}

/** `kept` must have the blocks around `size`, the size before `added`. */
export async function growLog(
  kept: HashSource,
  size: number,
  added: readonly Uint8Array[],
): Promise<{ root: Uint8Array; nodes: KeptNode[] }> {
  const made = new Map<string, Uint8Array>()
  const nodes: KeptNode[] = []
  const source: HashSource = {
    hash: (level, index) =>
      level === 0 && index >= size
        ? added[index - size]
        : (made.get(`${level} ${index}`) ?? kept.hash(level, index)),
  }
  const total = size + added.length
  for (let level = 1; leavesUnder(level) <= total; level++) {
    const width = leavesUnder(level)
    for (let index = Math.floor(size / width); (index + 1) * width <= total; index++) {
      const hash = rangeHash(source, index * width, (index + 1) * width)
      made.set(`${level} ${index}`, hash)
      nodes.push({ level, index, hash })
      if (index % 8 === 0) await setImmediate()
    }
  }
  return { root: rootHash(source, total), nodes }
}
