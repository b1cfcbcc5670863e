import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicator } from '#lib/stats/column'
import { makeDesign } from '#lib/stats/design'
import { proportion } from '#lib/stats/proportion'
import type { ProportionMethod } from '#lib/stats/proportion-interval'
import { columnOf, designOf, groupOf, randomSample } from '../support/random-sample'
import { codeOf } from '../support/throws-code'

describe('a proportion', () => {
  it('keeps the recommended interval inside 0 and 1, around the estimate', () => {
    fc.assert(
      fc.property(randomSample, fc.constantFrom('a', 'b', 'c'), (sample, group) => {
        const options = { domain: groupOf(sample, group) }
        fc.pre(codeOf(() => proportion(designOf(sample), columnOf(sample, 'answer'), options)) === null)
        const { low, high, value, intervalN, n } = proportion(
          designOf(sample),
          columnOf(sample, 'answer'),
          options,
        )
        if (low === null || high === null) return
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(value + 1e-9)
        expect(high).toBeGreaterThanOrEqual(value - 1e-9)
        expect(high).toBeLessThanOrEqual(1)
        expect(intervalN).toBeLessThanOrEqual(n)
      }),
    )
  })

  it('and its opposite have mirrored intervals', () => {
    const design = makeDesign({ weights: [1, 2, 3, 1, 2, 3, 1, 2], clusters: [[1, 1, 2, 2, 3, 3, 4, 4]] })
    const answers = ['y', 'n', 'y', 'y', 'n', 'y', 'n', 'n']
    for (const method of [
      'kg_truncated',
      'beta',
      'logit',
      'likelihood',
      'wilson',
      'asin',
      'mean',
    ] satisfies ProportionMethod[]) {
      const yes = proportion(design, indicator(answers, ['y']), { method })
      const no = proportion(design, indicator(answers, ['n']), { method })
      expect(yes.low!).toBeCloseTo(1 - no.high!, 9)
      expect(yes.high!).toBeCloseTo(1 - no.low!, 9)
    }
  })

  it('says when the chosen interval does not exist, and the recommended one still has width', () => {
    const design = makeDesign({ weights: Array(30).fill(1) })
    const nobody = Array(30).fill(0)
    const logit = proportion(design, nobody, { method: 'logit' })
    expect([logit.low, logit.high]).toEqual([null, null])
    expect(logit.warnings).toContain('interval_undefined')
    const recommended = proportion(design, nobody)
    expect(recommended.low).toBe(0)
    expect(recommended.high).toBeGreaterThan(0.1)
    expect(recommended.warnings).toEqual(['no_variation'])
  })

  it('at 0 is wider where a larger design effect is assumed', () => {
    const design = makeDesign({ weights: Array(30).fill(1) })
    const high = (assumedDesignEffect: number) =>
      proportion(design, Array(30).fill(0), { assumedDesignEffect }).high!
    expect(high(3)).toBeGreaterThan(high(1.5))
    // less than 1 is not believed
    expect(high(0.5)).toBe(high(1))
  })

  it('has no interval when one village is all there is', () => {
    const design = makeDesign({ weights: [1, 1, 1], clusters: [[1, 1, 2]] })
    const { low, high, warnings } = proportion(design, [1, 0, 1], { domain: [1, 1, 0] })
    expect([low, high]).toEqual([null, null])
    expect(warnings).toContain('no_degrees_of_freedom')
  })

  it('refuses what is no indicator', () => {
    expect(codeOf(() => proportion(makeDesign({ weights: [1, 1] }), [1, 5]))).toBe('value_outside_range')
  })
})
