import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import type { CommunePanel } from '#lib/stats/staggered-contrast'
import { staggeredEffect } from '#lib/stats/staggered-effect'
import { trendSensitivity } from '#lib/stats/trend-sensitivity'

/** Nine communes, four waves; two groups start one after the other, three communes wait. */
const staggered = [2, 2, 2, 3, 3, 3, null, null, null]

function makePanel(
  seed: number,
  noise: number,
  drift: (start: number | null, wave: number) => number,
  starts: (number | null)[] = staggered,
) {
  const generator = xoroshiro128plus(seed)
  const fraction = () => uniformFloat64(generator)
  const normal = () => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
  const means = starts.map((start) => {
    const level = normal()
    return [0, 1, 2, 3].map((wave) => level + 0.3 * wave + drift(start, wave) + noise * normal())
  })
  return { communes: starts.map((_, at) => `c${at}`), means, starts } satisfies CommunePanel
}

const read = (panel: CommunePanel, multiples: number[]) => {
  const effect = staggeredEffect(panel)!
  return { effect, found: trendSensitivity(panel, effect, { multiples })! }
}

describe('trendSensitivity', () => {
  it('is the ordinary interval when trends may not part, and grows with how far they may', () => {
    const { effect, found } = read(
      makePanel(3, 0.1, (start, wave) => (start !== null && wave >= start ? 0.6 : 0)),
      [0, 0.5, 1, 2],
    )
    expect(found.robust[0]!.low).toBeCloseTo(effect.low!, 12)
    expect(found.robust[0]!.high).toBeCloseTo(effect.high!, 12)
    const widths = found.robust.map(({ low, high }) => high - low)
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(found.robust[3]!.low).toBeLessThan(effect.low!)
  })

  it('moves the effect by M times the largest earlier difference for every wave since the start', () => {
    // no noise but a little: the groups part by 0.1 from wave to wave, with and without a campaign
    const together = [2, 2, 2, 2, null, null, null, null, null]
    const drift = (start: number | null, wave: number) =>
      start === null ? 0 : 0.1 * wave + (wave >= start ? 2 : 0)
    const { effect, found } = read(makePanel(5, 1e-6, drift, together), [1])
    expect(found.earlier).toHaveLength(1)
    expect(found.earlier[0]!.value).toBeCloseTo(0.1, 4)
    // seen in their first and in their second wave: 0.1 too much there, 0.2 here
    expect(effect.value).toBeCloseTo(2.15, 4)
    expect(found.robust[0]!.low).toBeCloseTo(2, 4)
    expect(found.robust[0]!.high).toBeCloseTo(2.3, 4)
    expect(found.breakdown).toBeCloseTo(2.15 / 0.15, 2)
  })

  it('takes the largest of several earlier differences, whatever its sign', () => {
    const late = [3, 3, 3, 3, null, null, null, null, null]
    const drift = (start: number | null, wave: number) => (start === null ? 0 : [0, -0.3, -0.2, 0.8][wave]!)
    const { found } = read(makePanel(5, 1e-6, drift, late), [1])
    expect(found.earlier.map(({ value }) => Math.round(value * 1000) / 1000)).toEqual([0.1, -0.3])
    expect(found.robust[0]!.low).toBeCloseTo(0.7, 4)
    expect(found.robust[0]!.high).toBeCloseTo(1.3, 4)
  })

  it('breaks down exactly where an end of the interval reaches zero, and at once where it held zero anyway', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const sign = seed % 2 ? 1 : -1
      const panel = makePanel(seed, 0.15, (start, wave) => (start !== null && wave >= start ? sign * 0.9 : 0))
      const { effect, found } = read(panel, [])
      if (effect.low! <= 0 && effect.high! >= 0) expect(found.breakdown).toBe(0)
      else if (Number.isFinite(found.breakdown)) {
        const [at] = read(panel, [found.breakdown]).found.robust
        expect(sign > 0 ? at!.low : at!.high).toBeCloseTo(0, 9)
        const [before] = read(panel, [0.99 * found.breakdown]).found.robust
        expect(before!.low > 0 || before!.high < 0).toBe(true)
      }
    }
  })

  it('covers the truth in at least 95 % where trends part by as much as it allows, where the plain interval does not', () => {
    // two waves before the start part by d, and go on parting by d from wave to wave: M = 1 holds
    let [robust, plain] = [0, 0]
    const runs = 600
    for (let seed = 1; seed <= runs; seed++) {
      const { effect, found } = read(
        makePanel(seed, 0.05, (start, wave) => (start === null ? 0 : 0.2 * wave)),
        [1],
      )
      if (found.robust[0]!.low <= 0 && 0 <= found.robust[0]!.high) robust++
      if (effect.low! <= 0 && 0 <= effect.high!) plain++
    }
    expect(robust / runs).toBeGreaterThanOrEqual(0.95)
    expect(plain / runs).toBeLessThan(0.2)
  })

  it('says nothing where no group has two waves before its start', () => {
    const starts = [1, 1, null, null]
    const panel = {
      communes: [],
      means: [
        [0, 2],
        [0, 3],
        [0, 1],
        [0, 0],
      ],
      starts,
    }
    expect(trendSensitivity(panel, staggeredEffect(panel)!)).toBeNull()
  })
})
