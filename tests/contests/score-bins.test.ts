import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreBins } from '#lib/contests/score-bins'

test('neighbouring scores are joined until each bin holds enough people', () => {
  expect(scoreBins([2, 4, 0, 9, 1], 5)).toEqual([
    { from: 0, to: 1, people: 6 },
    { from: 2, to: 4, people: 10 },
  ])
})

test('with fewer people than one bin needs nothing is shown', () => {
  expect(scoreBins([2, 0, 2], 5)).toEqual([])
})

test('bins cover every score once, lose nobody and are never too small', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 10 }),
      (counts, smallest) => {
        const all = counts.reduce((sum, count) => sum + count, 0)
        const bins = scoreBins(counts, smallest)
        if (all < smallest) {
          expect(bins).toEqual([])
          return
        }
        expect(bins.reduce((sum, { people }) => sum + people, 0)).toBe(all)
        expect(bins.every(({ people }) => people >= smallest)).toBe(true)
        expect(bins[0]!.from).toBe(0)
        expect(bins.at(-1)!.to).toBe(counts.length - 1)
        for (const [at, { from }] of bins.entries()) if (at > 0) expect(from).toBe(bins[at - 1]!.to + 1)
      },
    ),
  )
})
