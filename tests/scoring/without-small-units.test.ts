import { expect, it } from 'vitest'
import { withoutSmallUnits } from '#lib/scoring/without-small-units'

it('units with fewer answers than the smallest group are left out with all their rows, however these are split', () => {
  const rows = [
    { unit: 'a', n: 3 },
    { unit: 'b', n: 2 },
    { unit: 'a', n: 2 },
    { unit: 'b', n: 2 },
  ]
  expect(withoutSmallUnits(rows, 5).map(({ unit }) => unit)).toEqual(['a', 'a'])
  expect(withoutSmallUnits(rows, 4)).toEqual(rows)
  expect(withoutSmallUnits([{ unit: 'c' }, { unit: 'c' }], 2)).toHaveLength(2)
  expect(withoutSmallUnits([{ unit: 'c' }, { unit: 'c' }], 3)).toEqual([])
})
