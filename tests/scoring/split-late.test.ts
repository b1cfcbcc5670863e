import { expect, it } from 'vitest'
import type { Tally } from '#lib/scoring/sample'
import { splitLate } from '#lib/scoring/split-late'

const tally = (unit: string, cluster: string, n: number, counts: number[]): Tally => ({
  ...{ unit, stratum: '', cluster, mode: 'assisted', place: 'home', collector: 'enumerator', entry: 'drawn' },
  weight: 2,
  n,
  counts,
})
const all = [tally('a', 'v1', 5, [3, 2]), tally('a', 'v2', 4, [0, 4]), tally('b', 'v3', 2, [1, 1])]

it('takes the late answers out of the whole, and keeps every village in both groups', () => {
  const [inTime, late] = splitLate(all, [tally('a', 'v1', 2, [2, 0])])
  expect([inTime!.value, inTime!.n, late!.value, late!.n]).toEqual(['0', 9, '1', 2])
  expect(inTime!.tallies.map(({ n, counts }) => [n, ...(counts as number[])])).toEqual([
    [3, 1, 2],
    [4, 0, 4],
    [2, 1, 1],
  ])
  expect(late!.tallies.map(({ cluster, n }) => [cluster, n])).toEqual([
    ['v1', 2],
    ['v2', 0],
    ['v3', 0],
  ])
})

it('does not split where nothing came late', () => {
  expect(splitLate(all, [])).toEqual([])
})

it('refuses to take away what is not there', () => {
  expect(() => splitLate(all, [tally('a', 'v2', 9, [0, 9])])).toThrow(RangeError)
})
