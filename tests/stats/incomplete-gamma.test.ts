// The large-shape gamma tails against R's pgamma and dgamma.
import { expect, test } from 'vitest'
import { largeGammaTails } from '#lib/stats/incomplete-gamma'

test('both tails and the density agree with R on either side of the shape', () => {
  const below = largeGammaTails(2500, 2400)
  expect(below.lower / 0.0216596878653633).toBeCloseTo(1, 11)
  expect(below.density / 0.00106459676270757).toBeCloseTo(1, 11)
  const above = largeGammaTails(2500, 2800)
  expect(above.upper / 3.68830932918489e-9).toBeCloseTo(1, 11)
  expect(below.lower + below.upper).toBeCloseTo(1, 14)
})

test('small shapes and values that are not positive are refused', () => {
  expect(() => largeGammaTails(3, 2)).toThrow(RangeError)
  expect(() => largeGammaTails(200, 0)).toThrow(RangeError)
})
