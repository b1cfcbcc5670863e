import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerBounds } from '#lib/stats/answer-bounds'
import { makeDesign } from '#lib/stats/design'
import { countItems } from '#lib/stats/item-counts'
import { ratio } from '#lib/stats/ratio'

const codes = { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] }
const survey = fc.record({
  answers: fc
    .array(fc.constantFrom(1, 2, 3, 4, 5, 8, null), { minLength: 12, maxLength: 12 })
    .map((column) => [4, ...column]),
  weights: fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 13, maxLength: 13 }),
})

describe('answerBounds', () => {
  it('hold the share whatever the unsure people think, and are as far apart as their share', () => {
    fc.assert(
      fc.property(survey, ({ answers, weights }) => {
        const design = makeDesign({ weights })
        const counts = countItems([answers], codes)
        const { low, high, unsureShare } = answerBounds(design, counts)
        const share = ratio(design, counts.satisfied, counts.valid).value
        expect(low).toBeLessThanOrEqual(share + 1e-12)
        expect(high).toBeGreaterThanOrEqual(share - 1e-12)
        expect(high - low).toBeCloseTo(unsureShare, 12)
      }),
    )
  })
})
