import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { satisfactionIndexChange, satisfactionIndexEffect } from '#lib/stats/index-effect'
import type { SatisfactionFactor } from '#lib/stats/satisfaction-index'

const codes = { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] }
const rows = 24
const isAfter = Array.from({ length: rows }, (_, row) => row % 2)
const isExposed = Array.from({ length: rows }, (_, row) => Number(row >= 12))
const design = (weights: number[]) =>
  makeDesign({ weights, clusters: [Array.from({ length: rows }, (_, row) => Math.floor(row / 4))] })
const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5, 8), { minLength: rows, maxLength: rows })
const survey = fc
  .record({
    items: fc.array(answers, { minLength: 5, maxLength: 5 }),
    weights: fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: rows, maxLength: rows }),
  })
  .map(({ items, weights }) => ({ weights, factors: makeFactors(items) }))

function makeFactors(items: number[][]): SatisfactionFactor[] {
  // the first four rows of both waves and groups hold a valid answer, so that every share exists
  const safe = items.map((column) => column.map((answer, row) => (row % 12 < 2 && answer === 8 ? 3 : answer)))
  const item = (place: number) => ({ name: `q${place}`, answers: safe[place]! })
  return [
    { name: 'access', items: [item(0), item(1)], weight: 2 },
    { name: 'staff', items: [item(2), item(3), item(4)], weight: 3 },
  ]
}

describe('satisfactionIndexChange and satisfactionIndexEffect', () => {
  it('change their sign when the waves are swapped', () => {
    fc.assert(
      fc.property(survey, ({ weights, factors }) => {
        const swapped = isAfter.map((value) => 1 - value)
        const change = satisfactionIndexChange(design(weights), factors, isAfter, { codes })
        const back = satisfactionIndexChange(design(weights), factors, swapped, { codes })
        expect(back.change.value).toBeCloseTo(-change.change.value, 12)
        expect(back.change.standardError).toBeCloseTo(change.change.standardError!, 12)
        const effect = satisfactionIndexEffect(design(weights), factors, { isExposed, isAfter }, { codes })
        const mirrored = satisfactionIndexEffect(
          design(weights),
          factors,
          { isExposed, isAfter: swapped },
          { codes },
        )
        expect(mirrored.value).toBeCloseTo(-effect.value, 12)
        expect(mirrored.standardError).toBeCloseTo(effect.standardError!, 12)
      }),
    )
  })
})
