// The list that a sample is drawn from, in an order that does not depend on the database, and its hash: whoever doubts a draw
// checks that the frame is the same, puts in the seed, and gets the same people. Holds no names.
import { createHash } from 'node:crypto'

/** One line of a frame: a person, or a village. `stratum` is the one of the draw. */
export type FrameLine = { id: string; stratum: string; cluster: string; size: number | null }

/** In the order of stratum, cluster, id: a systematic draw then spreads over the clusters. */
export function orderFrame(lines: readonly FrameLine[]): FrameLine[] {
  return lines
    .map(({ id, stratum, cluster, size }) => ({ id, stratum, cluster, size }))
    .sort((a, b) => inOrder(a.stratum, b.stratum) || inOrder(a.cluster, b.cluster) || inOrder(a.id, b.id))
}

/** SHA-256 of the ordered frame, hex. */
export function hashFrame(ordered: readonly FrameLine[]): string {
  const hash = createHash('sha256')
  for (const { id, stratum, cluster, size } of ordered)
    hash.update(`${JSON.stringify([id, stratum, cluster, size])}\n`)
  return hash.digest('hex')
}

/** By code units, not by language: the same everywhere. */
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
