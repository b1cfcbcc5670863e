import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { commitTo, drawOrder, drawSeed, listNumbers } from '#lib/contests/draw-order'

const numbers = [1234567, 7654321, 5555555, 2000000, 9999999]
const parts = { contest: 'thi', secret: 's', head: { size: 3, root: 'abc' }, numbers }

test('the draw can be repeated with nothing but SHA-256 and the published parts', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const seed = hash(`thi\ns\n3:abc\n${hash('1234567,2000000,5555555,7654321,9999999')}`)
  expect(drawSeed(parts)).toBe(seed)
  const lots = numbers.map((number) => [hash(`${seed}:${number}`), number] as const).sort()
  expect(drawOrder(seed, numbers)).toEqual(lots.map(([, number]) => number))
})

test('neither the order in which numbers are handed over nor anything but the four parts matters', () => {
  const reversed = [...numbers].reverse()
  expect(drawSeed({ ...parts, numbers: reversed })).toBe(drawSeed(parts))
  expect(drawOrder('seed', reversed)).toEqual(drawOrder('seed', numbers))
  expect(listNumbers(reversed)).toBe(listNumbers(numbers))
})

test.each([
  ['contest', { contest: 'khac' }],
  ['secret', { secret: 't' }],
  ['size of the head', { head: { size: 4, root: 'abc' } }],
  ['root of the head', { head: { size: 3, root: 'abd' } }],
  ['list of numbers', { numbers: numbers.slice(1) }],
])('another %s gives another seed', (_, change) => {
  expect(drawSeed({ ...parts, ...change })).not.toBe(drawSeed(parts))
})

test('the promise of a secret is its hash', () => {
  expect(commitTo('s')).toBe(createHash('sha256').update('s').digest('hex'))
})

test('over many seeds every number stands at every place equally often', () => {
  const draws = 6000
  const seen = numbers.map(() => numbers.map(() => 0))
  for (let seed = 0; seed < draws; seed++)
    for (const [place, number] of drawOrder(`seed ${seed}`, numbers).entries())
      seen[numbers.indexOf(number)]![place]!++
  const expected = draws / numbers.length
  const chiSquare = seen.flat().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 16 degrees of freedom: 0.1 % of fair draws go beyond 39.3
  expect(chiSquare).toBeLessThan(39.3)
})
