import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { stageCovariance, totalsByStratum } from '#lib/stats/stage-covariance'

const fail = { lonelyPsu: 'fail', adjustDomainLonely: false } as const

describe('the covariance of a stage', () => {
  it('fills up clusters that hold nobody of the domain with 0', () => {
    const [stage] = makeDesign({ weights: [1, 1, 1, 1] }).stages
    const some = totalsByStratum(stage!, { units: Int32Array.of(0, 2), totals: [Float64Array.of(3, 5)] })
    const all = totalsByStratum(stage!, {
      units: Int32Array.of(0, 1, 2, 3),
      totals: [Float64Array.of(3, 0, 5, 0)],
    })
    expect(stageCovariance(stage!, some, 1, fail)[0]).toBeCloseTo(
      stageCovariance(stage!, all, 1, fail)[0]!,
      14,
    )
  })

  it('multiplies by the sampling fractions of the stages above', () => {
    const stage = { ...makeDesign({ weights: [1, 1] }).stages[0]!, multiplier: Float64Array.of(0.25) }
    const strata = totalsByStratum(stage, { units: Int32Array.of(0, 1), totals: [Float64Array.of(1, 3)] })
    expect(stageCovariance(stage, strata, 1, fail)[0]).toBe(1)
  })

  it('is symmetric', () => {
    const [stage] = makeDesign({ weights: [1, 1, 1] }).stages
    const totals = [Float64Array.of(1, 2, 4), Float64Array.of(0, 5, 1), Float64Array.of(2, 2, 3)]
    const v = stageCovariance(
      stage!,
      totalsByStratum(stage!, { units: Int32Array.of(0, 1, 2), totals }),
      3,
      fail,
    )
    expect([v[1], v[2], v[5]]).toEqual([v[3], v[6], v[7]])
  })
})
