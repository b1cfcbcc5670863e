// The root of a log that is read from its beginning, leaf by leaf: keeps one hash for each bit of the size, so that an
// export of a million answers is verified while it streams.
import { hashNode, rootHash } from '#lib/ledger/merkle-tree'

export type GrowingRoot = {
  size: () => number
  append: (leaf: Uint8Array) => void
  /** Root over all leaves so far. */
  root: () => Uint8Array
}

/** A log without leaves. */
export function growingRoot(): GrowingRoot {
  let size = 0
  /** Roots of perfect trees, the largest first: one for each bit of size that is set. */
  const peaks: Uint8Array[] = []
  return {
    size: () => size,
    append: (leaf) => {
      let node = leaf
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = hashNode(peaks.pop()!, node)
      peaks.push(node)
      size++
    },
    root: () =>
      peaks.length === 0
        ? rootHash({ hash: () => undefined }, 0)
        : peaks.reduceRight((right, left) => hashNode(left, right)),
  }
}
