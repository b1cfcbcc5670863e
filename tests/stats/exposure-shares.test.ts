import { describe, expect, it } from 'vitest'
import { exposureShares } from '#lib/stats/exposure-shares'

const cells = {
  levels: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  levelNames: [
    ['F', 'M'],
    ['young', 'old'],
  ],
}
/** Outcome depends on the cell only: any honest comparison finds nothing. */
const confounded = [
  { exposed: 40, unexposed: 10, share: 0.9 },
  { exposed: 20, unexposed: 20, share: 0.6 },
  { exposed: 20, unexposed: 20, share: 0.5 },
  { exposed: 10, unexposed: 40, share: 0.2 },
].map(({ exposed, unexposed, share }) => ({
  exposed,
  unexposed,
  exposedOutcome: exposed * share,
  unexposedOutcome: unexposed * share,
}))

describe('exposureShares', () => {
  it('find a crude difference where there is none, and remove it by comparing like with like', () => {
    const difference = (reading: 'crude' | 'standardised' | 'inverse-probability') => {
      const { exposed, unexposed } = exposureShares(cells, confounded, { reading })
      return exposed - unexposed
    }
    expect(difference('crude')).toBeGreaterThan(0.2)
    expect(difference('standardised')).toBeCloseTo(0, 12)
    expect(difference('inverse-probability')).toBeCloseTo(0, 8)
  })

  it('report the weight of cells in which one group is missing', () => {
    const lonely = confounded.map((sum, cell) =>
      cell === 3 ? { ...sum, exposed: 0, exposedOutcome: 0 } : sum,
    )
    expect(exposureShares(cells, lonely, { reading: 'standardised' }).outsideSupport).toBeCloseTo(
      40 / 170,
      12,
    )
  })

  it('report extreme chances and cut them when asked', () => {
    const extreme = [
      { exposed: 99, unexposed: 1, exposedOutcome: 50, unexposedOutcome: 1 },
      { exposed: 50, unexposed: 50, exposedOutcome: 10, unexposedOutcome: 20 },
    ]
    const two = { levels: [[0], [1]], levelNames: [['F', 'M']] }
    const plain = exposureShares(two, extreme, { reading: 'inverse-probability' })
    const cut = exposureShares(two, extreme, {
      reading: 'inverse-probability',
      propensityBounds: [0.05, 0.95],
    })
    expect(plain.extremePropensity).toBeCloseTo(0.5, 12)
    expect(plain.unexposed).toBeCloseTo((100 + 40) / 200, 6)
    expect(cut.unexposed).toBeLessThan(plain.unexposed)
  })
})
