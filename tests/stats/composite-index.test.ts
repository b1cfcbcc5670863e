import { describe, expect, it } from 'vitest'
import { type CompositeOptions, compositeIndex, type Indicator } from '#lib/stats/composite-index'

const indicators: Indicator[] = [
  { values: [50, 100, 0], weight: 2, isReversed: false, goalposts: [0, 100] },
  { values: [10, null, 20], weight: 2, isReversed: true, goalposts: [0, 40] },
]
const options: CompositeOptions = {
  normalisation: 'goalposts',
  aggregation: 'arithmetic',
  missing: 'rescale',
}

describe('compositeIndex', () => {
  it('places values between goalposts and turns reversed indicators round', () => {
    expect(compositeIndex(indicators, options).normalised).toEqual([
      [50.5, 75.25],
      [100, null],
      [1, 50.5],
    ])
  })

  it('rescales over a gap when half of the weight is there, or leaves the unit without index and rank', () => {
    expect(compositeIndex(indicators, options)).toMatchObject({
      values: [62.875, 100, 25.75],
      ranks: [2, 1, 3],
    })
    expect(compositeIndex(indicators, { ...options, missing: 'null' })).toMatchObject({
      values: [62.875, null, 25.75],
      ranks: [1, null, 2],
    })
  })

  it('gives no index when less than half of the weight is there', () => {
    const heavy = [indicators[0]!, { ...indicators[1]!, weight: 2.1 }]
    expect(compositeIndex(heavy, options).values[1]).toBeNull()
  })

  it('counts three parts that add to one half as half', () => {
    const part = (weight: number, values: (number | null)[]): Indicator => ({
      values,
      weight,
      isReversed: false,
      goalposts: [0, 1],
    })
    const parts = [part(0.2, [1]), part(0.2, [1]), part(0.1, [1]), part(0.5, [null])]
    expect(compositeIndex(parts, options).values).toEqual([100])
  })

  it('does not move other units with fixed goalposts, but does with the sample range', () => {
    const better = [{ ...indicators[0]!, values: [50, 100, 40] }, indicators[1]!]
    const first = (given: Indicator[], normalisation: CompositeOptions['normalisation']) =>
      compositeIndex(given, { ...options, normalisation }).values[0]
    expect(first(better, 'goalposts')).toBe(first(indicators, 'goalposts'))
    expect(first(better, 'sample-range')).not.toBe(first(indicators, 'sample-range'))
  })

  it('treats an indicator on which all agree as unknown', () => {
    const flat = [{ values: [3, 3], weight: 1, isReversed: false }]
    expect(compositeIndex(flat, { ...options, normalisation: 'sample-range' }).values).toEqual([null, null])
    expect(compositeIndex(flat, { ...options, normalisation: 'z-score' }).values).toEqual([null, null])
  })

  it('refuses a geometric mean of z-scores and goalposts out of order', () => {
    expect(() =>
      compositeIndex(indicators, { ...options, normalisation: 'z-score', aggregation: 'geometric' }),
    ).toThrow(RangeError)
    expect(() => compositeIndex([{ ...indicators[0]!, goalposts: [5, 5] }], options)).toThrow(RangeError)
  })
})
