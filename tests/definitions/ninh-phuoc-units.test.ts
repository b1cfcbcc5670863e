// The acceptance table of Ninh Phước: nine old communes and what became of them on 1 July 2025, as published in surveys/.
import { expect, test } from 'vitest'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import type { UnitsFile } from '#lib/definitions/units-file'
import { continuityWords } from '#lib/lineage/continuity-words'
import { coversSameGround } from '#lib/lineage/covers-same-ground'
import { lineageGraph } from '#lib/lineage/lineage-graph'
import { type Period, traceUnits } from '#lib/lineage/trace-units'

const { definitions } = await loadDefinitions(new URL('../../surveys', import.meta.url).pathname)
const versions = definitions
  .filter(({ kind, slug }) => kind === 'units' && slug === 'ninh-phuoc')
  .sort((a, b) => a.version - b.version)
const file = versions.at(-1)!.body as UnitsFile
const graph = lineageGraph(
  file.units.map(({ id, validFrom, validTo, hasUnlistedOrigins = false }) => ({
    id,
    validFrom: new Date(validFrom),
    validTo: validTo ? new Date(validTo) : null,
    hasUnlistedOrigins,
  })),
  file.lineage.map(({ from, to, whole }) => ({ fromId: from, toId: to, isWhole: whole })),
)
const period = (year: number, units: string[]): Period => ({
  units,
  from: new Date(`${year}-09-01`),
  to: new Date(`${year}-12-31`),
})
const nine = file.units.filter(({ parent }) => parent === '587-1').map(({ id }) => id)
const four = ['22870-2', '22873-2', '22891-2', '22888-2']
const traced = traceUnits(graph, period(2024, nine), period(2025, four))

test('nine old communes became four new ones, three of them of whole communes only', () => {
  expect(nine).toHaveLength(9)
  const merged = Object.fromEntries(
    four
      .slice(0, 3)
      .map((id) => [id, traced.get(id)!.rule === 'merged' && [...traced.get(id)!.units].sort()]),
  )
  expect(merged).toEqual({
    '22870-2': ['22870-1', '22882-1', '22894-1'],
    '22873-2': ['22873-1', '22879-1', '22912-1'],
    '22891-2': ['22876-1', '22891-1'],
  })
})

test('Phước Dinh of today is not comparable: a part of Đông Hải belongs to it', () => {
  expect(traced.get('22888-2')).toEqual({
    rule: 'part',
    units: ['22888-1', '22903-1'],
    parts: ['22768-1'],
    since: '2025-07-01',
  })
  // not even when everybody there had been asked
  const all = [...nine, '22903-1', '22768-1']
  expect(traceUnits(graph, period(2024, all), period(2025, four)).get('22888-2')?.rule).toBe('part')
  expect(coversSameGround(traced, nine, four)).toBe(false)
})

test('An Hải went whole into Phước Dinh, Đông Hải in parts to two units', () => {
  expect(traced.get('22888-1')).toMatchObject({ rule: 'continued', units: ['22888-2'] })
  const both = [...four, '22780-2']
  expect(traceUnits(graph, period(2024, ['22768-1']), period(2025, both)).get('22768-1')).toMatchObject({
    rule: 'scattered',
    units: ['22888-2', '22780-2'],
  })
})

test('the provinces became one, and no district went on', () => {
  const provinces = traceUnits(graph, period(2024, ['56-1', '58-1']), period(2025, ['56-2']))
  expect(provinces.get('56-2')).toMatchObject({ rule: 'merged', units: ['56-1', '58-1'] })
  const alone = traceUnits(graph, period(2024, ['58-1', '587-1']), period(2025, ['56-2']))
  expect(alone.get('56-2')).toMatchObject({ rule: 'not-measured', units: ['56-1'] })
  expect(alone.get('587-1')?.rule).toBe('unknown')
})

test('the rule is said in Vietnamese and in English, with names', () => {
  const names = (id: string) => file.units.find((unit) => unit.id === id)!
  expect(continuityWords(traced.get('22891-2')!, names).vi).toBe(
    'Gộp phiếu của Xã Phước Thái và Xã Phước Hữu (nhập trọn vào đây từ 1/7/2025): số kỳ trước tính lại từ phiếu của các đơn vị này như một đơn vị, giữ thôn, tầng và quyền số của mẫu.',
  )
  expect(continuityWords(traced.get('22888-2')!, names).en).toBe(
    'Not comparable: beside the whole of An Hải commune and Phước Dinh commune (until June 2025) it took in a part of Đông Hải ward (until June 2025) since 2025-07-01, whose earlier answers cannot be told apart.',
  )
})

test('a newer version of the file keeps every unit of the one before as it was', () => {
  const [first, ...later] = versions.map(({ body }) => body as UnitsFile)
  for (const next of later) {
    const units = next.units.map(({ tile: _tile, ...unit }) => unit)
    expect(units, 'a place on the map is no fact of a unit').toEqual(expect.arrayContaining(first!.units))
    expect(next.lineage).toEqual(expect.arrayContaining(first!.lineage))
  }
})
