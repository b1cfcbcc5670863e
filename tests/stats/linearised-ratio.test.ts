import { describe, expect, it } from 'vitest'
import { linearisedRatio } from '#lib/stats/linearised-ratio'
import { codeOf } from '../support/throws-code'

const weights = Float64Array.of(0.1, 0.2, 0.3, 0.7)
const everybody = Uint8Array.of(1, 1, 1, 1)

describe('the linearised ratio', () => {
  it('says how much each person moves the ratio', () => {
    const [above, below] = [Float64Array.of(1, 4, 2, 3), Float64Array.of(2, 5, 3, 3)]
    const { value, influence } = linearisedRatio(weights, above, below, everybody)
    const step = 1e-7
    const heavier = weights.map((weight, row) => (row === 1 ? weight * (1 + step) : weight))
    const moved = linearisedRatio(heavier, above, below, everybody).value
    expect((moved - value) / step).toBeCloseTo(influence[1]!, 6)
  })

  it('is exactly what all people say when they agree', () => {
    const { value, influence, simpleVariance } = linearisedRatio(
      weights,
      Float64Array.of(4.7, 4.7, 4.7, 4.7),
      null,
      everybody,
    )
    expect([value, simpleVariance]).toEqual([4.7, 0])
    expect([...influence]).toEqual([0, 0, 0, 0])
  })

  it('does not look at rows outside the domain, whatever they hold', () => {
    const { value, population } = linearisedRatio(
      weights,
      Float64Array.of(1, Number.NaN, 1, 0),
      null,
      Uint8Array.of(1, 0, 1, 0),
    )
    expect(value).toBe(1)
    expect(population).toBeCloseTo(0.4, 14)
  })

  it('knows no simple variance from one person, and no ratio over nothing', () => {
    expect(linearisedRatio(weights, weights, null, Uint8Array.of(1, 0, 0, 0)).simpleVariance).toBeNull()
    expect(codeOf(() => linearisedRatio(weights, weights, new Float64Array(4), everybody))).toBe(
      'zero_denominator',
    )
  })
})
