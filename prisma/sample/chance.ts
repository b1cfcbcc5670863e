// Chance with a fixed seed: the sample data are the same on every machine, so that screenshots, tests and talks agree.
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Chance = {
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number
  /** True with a probability. */
  happens(probability: number): boolean
  /** A number from the normal distribution around 0. */
  normal(standardDeviation: number): number
  /** One key of a table of relative weights, as a number if it reads as one. */
  pick(weights: Record<string, number>): string | number
  /** A random UUID (version 4). */
  uuid(): string
}

const steps = 2 ** 30

export function makeChance(seed: number): Chance {
  const random = xoroshiro128plus(seed)
  const uniform = () => (uniformInt(random, 0, steps - 1) + 0.5) / steps
  return {
    whole: (low, high) => uniformInt(random, low, high),
    happens: (probability) => uniform() < probability,
    // Box and Muller
    normal: (standardDeviation) =>
      standardDeviation * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (weights) => {
      const entries = Object.entries(weights)
      let left = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      const key = entries.find(([, weight]) => {
        left -= weight
        return left < 0
      })![0]
      return /^\d+$/.test(key) ? Number(key) : key
    },
    uuid: () => {
      const bytes = Uint8Array.from({ length: 16 }, () => uniformInt(random, 0, 255))
      bytes[6] = (bytes[6]! & 0x0f) | 0x40
      bytes[8] = (bytes[8]! & 0x3f) | 0x80
      return Buffer.from(bytes)
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    },
  }
}
