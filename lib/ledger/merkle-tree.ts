// The Merkle tree of RFC 9162 (2.1): roots, and the proofs that are made from it. A tree is read through `HashSource`, so
// that a proof in a log of a million answers needs some hundred stored hashes and not the whole log.
import { sha256 } from '@noble/hashes/sha2.js'

/** log2 of how many nodes of one level are kept together as one node of the next. */
export const levelBits = 8

/**
 * Hashes of a log: `hash(0, i)` is leaf i; `hash(level, i)` the root over the 256^level leaves from i * 256^level on, or
 * undefined where it is not kept and must be computed.
 */
export type HashSource = { hash: (level: number, index: number) => Uint8Array | undefined }

/** A log whose leaves are all at hand. */
export const hashesOf = (leaves: readonly Uint8Array[]): HashSource => ({
  hash: (level, index) => (level === 0 ? leaves[index] : undefined),
})

/** SHA-256(0x01 || left || right). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest()
}

/** Root over the first `size` leaves; the hash of nothing for none. */
export function rootHash(source: HashSource, size: number): Uint8Array {
  return size === 0 ? sha256(new Uint8Array()) : rangeHash(source, 0, size)
}

/** Root over the leaves from..to-1, not empty. Throws RangeError when a leaf is missing. */
export function rangeHash(source: HashSource, from: number, to: number): Uint8Array {
  const size = to - from
  const kept = keptHash(source, from, size)
  if (kept) return kept
  if (size < 2) throw new RangeError(`the tree has no leaf ${from}`)
  const middle = from + splitOf(size)
  return hashNode(rangeHash(source, from, middle), rangeHash(source, middle, to))
}

function keptHash(source: HashSource, from: number, size: number): Uint8Array | undefined {
  const level = Math.log2(size) / levelBits
  return Number.isInteger(level) && from % size === 0 ? source.hash(level, from / size) : undefined
}

/** The largest power of two below n > 1. */
function splitOf(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1))
}

/** Inclusion proof of leaf `index` in the tree of the first `size` leaves (RFC 9162, 2.1.3.1), from the leaf upwards. */
export function inclusionProof(source: HashSource, index: number, size: number): Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  return pathIn(source, index, 0, size)
}

function pathIn(source: HashSource, index: number, from: number, to: number): Uint8Array[] {
  if (to - from === 1) return []
  const middle = from + splitOf(to - from)
  return index < middle
    ? [...pathIn(source, index, from, middle), rangeHash(source, middle, to)]
    : [...pathIn(source, index, middle, to), rangeHash(source, from, middle)]
}

/** Proof that the tree of `size` leaves begins with the tree of `earlier` leaves (RFC 9162, 2.1.4.1). */
export function consistencyProof(source: HashSource, earlier: number, size: number): Uint8Array[] {
  if (!(earlier > 0 && earlier <= size))
    throw new RangeError(`no consistency of ${earlier} leaves with ${size}`)
  return subproof(source, earlier, 0, size, true)
}

function subproof(
  source: HashSource,
  earlier: number,
  from: number,
  to: number,
  isKnown: boolean,
): Uint8Array[] {
  if (earlier === to) return isKnown ? [] : [rangeHash(source, from, to)]
  const middle = from + splitOf(to - from)
  return earlier <= middle
    ? [...subproof(source, earlier, from, middle, isKnown), rangeHash(source, middle, to)]
    : [...subproof(source, earlier, middle, to, false), rangeHash(source, from, middle)]
}
