import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignPrizes } from '#lib/contests/assign-prizes'

const prizes = [{ count: 1 }, { count: 2 }]
const numbers = (order: number[], passes: number[]) =>
  assignPrizes(order, prizes, passes).map(({ number }) => number)

test('the first in the order gets the first prize, and each next prize goes to the next number', () => {
  expect(assignPrizes([5, 3, 9, 7], prizes, [])).toEqual([
    { prize: 0, number: 5, passed: [] },
    { prize: 1, number: 3, passed: [] },
    { prize: 1, number: 9, passed: [] },
  ])
})

test('the prize of somebody passed over goes to the next in the order; all others keep theirs', () => {
  expect(numbers([5, 3, 9, 7, 8], [5])).toEqual([7, 3, 9])
  expect(numbers([5, 3, 9, 7, 8], [5, 3])).toEqual([7, 8, 9])
  expect(assignPrizes([5, 3, 9, 7, 8], prizes, [5, 7])[0]).toEqual({ prize: 0, number: 8, passed: [5, 7] })
})

test('where nobody is left a prize stays without a winner', () => {
  expect(numbers([5, 3], [])).toEqual([5, 3, null])
  expect(numbers([5, 3, 9], [3])).toEqual([5, null, 9])
})

test('whatever is passed over, nobody who was passed over wins, and nobody wins twice', () => {
  const order = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 })
  fc.assert(
    fc.property(order, fc.array(fc.nat(11), { maxLength: 8 }), (drawn, places) => {
      const passes: number[] = []
      for (const place of places) {
        const winner = numbers(drawn, passes)[place % 3]
        if (winner != null) passes.push(winner)
      }
      const won = numbers(drawn, passes).filter((number) => number !== null)
      expect(new Set(won).size).toBe(won.length)
      expect(won.filter((number) => passes.includes(number))).toEqual([])
      expect(won.length).toBe(Math.min(3, drawn.length - passes.length))
    }),
  )
})
