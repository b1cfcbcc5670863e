import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalibrationDistance } from '#lib/stats/calibration-distance'

const bounds = { lower: 0.4, upper: 3 }

describe('makeCalibrationDistance', () => {
  it.each([
    ['linear', null],
    ['raking', null],
    ['logit', bounds],
  ] as const)('has the right slope: %s', (name, limits) => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (u) => {
        const { ratio, slope } = makeCalibrationDistance(name, limits)
        const step = 1e-5
        expect(slope(u)).toBeCloseTo((ratio(u + step) - ratio(u - step)) / (2 * step), 6)
      }),
    )
  })

  it.each(['linear', 'raking', 'logit'] as const)(
    'leaves a weight alone at zero and stays within bounds: %s',
    (name) => {
      const { ratio, slope } = makeCalibrationDistance(name, bounds)
      expect(ratio(0)).toBeCloseTo(1, 12)
      expect(slope(0)).toBeCloseTo(1, 12)
      for (const u of [-1e3, -5, 5, 1e3]) {
        expect(ratio(u)).toBeGreaterThanOrEqual(bounds.lower)
        expect(ratio(u)).toBeLessThanOrEqual(bounds.upper)
      }
    },
  )

  it('refuses bounds that exclude the base weight, and logit without bounds', () => {
    expect(() => makeCalibrationDistance('raking', { lower: 1.1, upper: 2 })).toThrow(RangeError)
    expect(() => makeCalibrationDistance('logit', null)).toThrow(RangeError)
  })
})
