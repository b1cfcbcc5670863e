// The covariance matrix behind alpha and omega.
import { expect, test } from 'vitest'
import { itemCovariance } from '#lib/stats/item-covariance'

test('a weight of two counts a row twice, up to the divisor', () => {
  const items = [
    [1, 2, 4],
    [2, 2, 5],
  ]
  const twice = items.map((column) => [...column, column[2]!])
  const weighted = itemCovariance({ items, weights: [1, 1, 2] })
  const repeated = itemCovariance({ items: twice })
  weighted.matrix.flat().forEach((value, place) => {
    expect((value * 2) / 3).toBeCloseTo((repeated.matrix.flat()[place]! * 3) / 4, 12)
  })
})

test('rows outside the domain and rows without a weight do not enter', () => {
  const items = [
    [1, 2, 4, 9],
    [2, 2, 5, 9],
  ]
  const inside = itemCovariance({ items, domain: Uint8Array.of(1, 1, 1, 0) })
  expect(inside).toEqual(itemCovariance({ items: items.map((column) => column.slice(0, 3)) }))
  expect(() => itemCovariance({ items, weights: [1, 1, 1, null] })).toThrow(/Row 4 has no weight/)
})
