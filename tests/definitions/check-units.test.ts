// Each fault is made on purpose in a units file that is otherwise right: it must be named, and nothing else.
import { expect, test } from 'vitest'
import { checkUnits } from '#lib/definitions/check-units'
import type { UnitsFile } from '#lib/definitions/units-file'
import { smallUnits } from './small-definitions'

type Unit = UnitsFile['units'][number]

function codesOf(spoil: (units: [Unit, Unit, Unit, Unit], file: UnitsFile) => void) {
  const file = smallUnits()
  spoil(file.units as [Unit, Unit, Unit, Unit], file)
  return checkUnits(file).map((fault) => fault.code)
}

test('a units file without fault has none', () => {
  expect(checkUnits(smallUnits())).toEqual([])
})

test('a parent that does not exist leaves an orphan', () => {
  const file = smallUnits()
  file.units[1]!.parent = '999-1'
  expect(checkUnits(file)).toMatchObject([
    {
      code: 'orphan_parent',
      where: 'units.1.parent',
      en: '“10001-1” belongs to “999-1”, which is not in the file.',
    },
  ])
})

test('units that belong to each other in a circle are named', () => {
  const file = smallUnits()
  file.units[0]!.parent = '10001-1'
  const faults = checkUnits(file)
  expect(faults.find((fault) => fault.code === 'circular')?.en).toContain('100-1 → 10001-1 → 100-1')
})

test('a child may not stand before its parent nor outlive it', () => {
  expect(codesOf((_units, file) => file.units.reverse())).toEqual(['parent_order', 'parent_order'])
  expect(
    codesOf(([, one]) => {
      one.validFrom = '2001-01-01'
    }),
  ).toEqual(['outside_parent'])
})

test('the same id twice, an id that does not fit its code, an unknown level are named', () => {
  expect(
    codesOf(([, one, two]) => {
      two.id = one.id
      two.code = one.code
    }),
  ).toEqual(['duplicate_code', 'unknown_unit'])
  expect(
    codesOf(([district]) => {
      district.code = '101'
    }),
  ).toEqual(['id_code'])
  expect(
    codesOf(([district]) => {
      district.level = 'region'
    }),
  ).toEqual(['unknown_level'])
})

test('two units with one code at one time, and dates the wrong way round, are named', () => {
  expect(
    codesOf(([, , , next]) => {
      next.validFrom = '2025-06-01'
    }),
  ).toEqual(['overlap', 'lineage_dates', 'lineage_dates'])
  expect(
    codesOf(([, , , next]) => {
      next.validTo = '2025-01-01'
    }),
  ).toEqual(['dates_reversed'])
})

test('a lineage to nowhere, twice, or both whole and in part is named', () => {
  expect(
    codesOf((_units, file) => {
      file.lineage[0]!.to = '10009-2'
    }),
  ).toEqual(['unknown_unit'])
  expect(
    codesOf((_units, file) => {
      file.lineage.push({ from: '10001-1', to: '10001-2', whole: true })
    }),
  ).toEqual(['duplicate_code', 'whole_and_part'])
})
