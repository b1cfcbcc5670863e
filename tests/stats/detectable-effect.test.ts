// Minimal detectable effects: known values, and that they undo the sample size formulas.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  detectableCommuneEffect,
  detectableIncrease,
  respondentsForCommuneEffect,
} from '#lib/stats/detectable-effect'
import { sampleSizeForTwoProportions } from '#lib/stats/sample-size'

const communePlan = {
  communes: 9,
  exposed: 4,
  respondents: 400,
  proportion: 0.7,
  communeCorrelation: 0.01,
  communeAutocorrelation: 0.6,
  designEffectWithin: 1.5,
  level: 0.95,
  power: 0.8,
}

describe('detectableIncrease', () => {
  test('needs exactly the sample size that was planned for it', () => {
    const share = fc.double({ min: 0.01, max: 0.7, noNaN: true })
    const respondents = fc.integer({ min: 100, max: 5000 })
    fc.assert(
      fc.property(share, respondents, (proportion, n) => {
        const increase = detectableIncrease({ proportion, respondents: [n, n], level: 0.95, power: 0.8 })
        if (increase === null) return
        const proportions: [number, number] = [proportion, proportion + increase]
        const { exact } = sampleSizeForTwoProportions({ proportions, level: 0.95, power: 0.8 })
        expect(exact / n).toBeCloseTo(1, 8)
      }),
      { seed: 9 },
    )
  })

  test('says that nothing can be found when even certainty would not show', () => {
    expect(detectableIncrease({ proportion: 0.9, respondents: [10, 10], level: 0.95, power: 0.8 })).toBeNull()
  })
})

describe('detectableCommuneEffect', () => {
  test('gives the known effect for nine communes', () => {
    const result = detectableCommuneEffect(communePlan)
    expect(result.effect).toBeCloseTo(0.124489634943959, 12)
    expect(result.degreesOfFreedom).toBe(7)
  })

  test('more communes help where more respondents do not', () => {
    const { effect } = detectableCommuneEffect(communePlan)
    const moreAnswers = detectableCommuneEffect({ ...communePlan, respondents: 1600 }).effect
    const moreCommunes = detectableCommuneEffect({ ...communePlan, communes: 36, exposed: 16 }).effect
    expect(moreCommunes).toBeLessThan(moreAnswers)
    expect(moreAnswers).toBeLessThan(effect)
  })

  test('a campaign in no commune or in all of them is refused', () => {
    expect(() => detectableCommuneEffect({ ...communePlan, exposed: 0 })).toThrow(/exposed communes/)
    expect(() => detectableCommuneEffect({ ...communePlan, exposed: 9 })).toThrow(/exposed communes/)
  })
})

describe('respondentsForCommuneEffect', () => {
  test('asks for exactly as many as find the effect, and one fewer would not', () => {
    const effect = fc.double({ min: 0.06, max: 0.4, noNaN: true })
    const communes = fc.integer({ min: 4, max: 40 })
    fc.assert(
      fc.property(effect, communes, (wanted, count) => {
        const plan = { ...communePlan, communes: count, exposed: Math.floor(count / 2) }
        const respondents = respondentsForCommuneEffect(plan, wanted)
        if (respondents === null) {
          expect(detectableCommuneEffect({ ...plan, respondents: 1e9 }).effect).toBeGreaterThan(
            wanted * 0.999,
          )
          return
        }
        expect(detectableCommuneEffect({ ...plan, respondents }).effect).toBeLessThanOrEqual(wanted + 1e-9)
        if (respondents > 1)
          expect(detectableCommuneEffect({ ...plan, respondents: respondents - 1 }).effect).toBeGreaterThan(
            wanted,
          )
      }),
      { seed: 12 },
    )
  })

  test('says that more answers do not help where only more communes would', () => {
    expect(respondentsForCommuneEffect(communePlan, 0.05)).toBeNull()
    const many = { ...communePlan, communes: 60, exposed: 30 }
    expect(respondentsForCommuneEffect(many, 0.05)).toBeGreaterThan(0)
  })
})
