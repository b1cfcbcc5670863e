import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRanges, coarseCount, exactly } from '#lib/count-range'

const sizes = fc.record({ of: fc.nat(500), step: fc.integer({ min: 1, max: 20 }) })

describe('a count shown as a range', () => {
  it('lies in its range, and the range within what is possible', () => {
    fc.assert(
      fc.property(sizes, fc.nat(500), (size, given) => {
        const count = Math.min(given, size.of)
        const { from, to } = coarseCount(count, size)
        expect(from).toBeLessThanOrEqual(count)
        expect(to).toBeGreaterThanOrEqual(count)
        expect([from >= 0, to <= size.of]).toEqual([true, true])
      }),
    )
  })

  it('never singles out fewer than a step of those who have, nor of those who have not', () => {
    fc.assert(
      fc.property(sizes, ({ of, step }) => {
        const shown = Array.from({ length: of + 1 }, (_, count) =>
          JSON.stringify(coarseCount(count, { of, step })),
        )
        for (const range of new Set(shown))
          expect(shown.filter((one) => one === range).length).toBeGreaterThanOrEqual(Math.min(step, of + 1))
      }),
    )
  })

  it('is one range when there are fewer than two steps of people', () => {
    for (const count of [0, 4, 5, 9])
      expect(coarseCount(count, { of: 9, step: 5 })).toEqual({ from: 0, to: 9 })
    expect(coarseCount(9, { of: 10, step: 5 })).toEqual({ from: 5, to: 10 })
  })

  it('keeps a count that is more than there should be', () => {
    expect(coarseCount(13, { of: 10, step: 5 })).toEqual({ from: 5, to: 13 })
  })
})

it('adds ranges end by end', () => {
  expect(addRanges([exactly(3), { from: 5, to: 9 }])).toEqual({ from: 8, to: 12 })
  expect(addRanges([])).toEqual(exactly(0))
})
