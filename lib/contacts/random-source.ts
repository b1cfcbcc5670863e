// Random numbers for draws, from a seed that anybody can write down: the same seed and frame give the same people again on
// every machine. The frame's hash goes in too, so that one seed does not favour the same places in every list.
import { createHash } from 'node:crypto'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

export type RandomSource = {
  /** Uniform in [0, 1). */
  fraction: () => number
  /** A new order of the items, all orders equally likely (Fisher and Yates). */
  shuffle: <Item>(items: readonly Item[]) => Item[]
}

/** The source of a draw. `parts` are the seed and whatever else tells draws apart. */
export function randomSource(...parts: string[]): RandomSource {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest()
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32BE(at)))
  return {
    fraction: () => uniformFloat64(generator),
    shuffle: (items) => {
      const order = [...items]
      for (let last = order.length - 1; last > 0; last--) {
        const chosen = uniformInt(generator, 0, last)
        ;[order[last], order[chosen]] = [order[chosen]!, order[last]!]
      }
      return order
    },
  }
}
