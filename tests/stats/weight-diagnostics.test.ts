import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnoseWeights } from '#lib/stats/weight-diagnostics'

describe('diagnoseWeights', () => {
  it('counts equal weights as no loss', () => {
    expect(diagnoseWeights([3, 3, 3, 3])).toMatchObject({
      kishDesignEffect: 1,
      kishEffectiveSize: 4,
      coefficientOfVariation: 0,
    })
  })

  it('never finds an effective size above the number of respondents, at any scale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 50 }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (weights, scale) => {
          const plain = diagnoseWeights(weights)!
          const scaled = diagnoseWeights(weights.map((weight) => weight * scale))!
          expect(plain.kishEffectiveSize).toBeLessThanOrEqual(weights.length * (1 + 1e-12))
          expect(scaled.kishDesignEffect).toBeCloseTo(plain.kishDesignEffect, 9)
        },
      ),
    )
  })

  it('warns when one respondent holds more than 5 % of the weight', () => {
    const weights = Array.from({ length: 100 }, () => 1)
    expect(diagnoseWeights(weights)!.warnings).toEqual([])
    expect(diagnoseWeights([...weights, 6])!.warnings).toEqual(['one_weight_above_5_percent'])
  })

  it('has nothing to say about no respondents', () => {
    expect(diagnoseWeights([0, 0])).toBeNull()
  })
})
