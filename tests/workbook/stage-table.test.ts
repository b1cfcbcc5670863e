import { expect, it } from 'vitest'
import type { Row } from '#lib/exports/table'
import { stageTable } from '#lib/workbook/stage-table'
import { index, makePeople, sampleOf } from '../support/made-up-survey'
import { workbookInputOf } from '../support/workbook-of'

const units = ['a', 'b', 'c']
const sample = sampleOf(makePeople({ seed: 7, units, villages: 8, people: 15 }))
const entered = new Map([['a', new Map([['online', 30]])]])
const input = workbookInputOf({ index, samples: new Map([[sample.form.slug, sample]]), entered }, units, true)
const table = stageTable('t', input)
const rows = [...(table.batches as Iterable<readonly Row[]>)].flat()
const find = (unit: string, criterion: string) => {
  const row = rows.find((one) => one[0] === unit && one[3] === criterion)!
  return Object.fromEntries(table.columns.map((column, at) => [column, row[at]]))
}

it('has a row for every unit and criterion, with the numbers of every stage', () => {
  expect(rows).toHaveLength(table.expected)
  expect(rows).toHaveLength(4 * 6)
  const access = find('a', 'access')
  expect(access).toMatchObject({ level: 1, role: 'counted', weight: 0.4, weight_measured: 0.4 })
  expect(access.weighted).toBeCloseTo(0.4 * (access.aggregated as number), 12)
  const whole = find('a', 'made-up')
  const parts = ['access', 'staff', 'online'].map((code) => find('a', code).weighted as number)
  expect(whole.aggregated).toBeCloseTo(
    parts.reduce((sum, one) => sum + one, 0),
    12,
  )
  expect(whole.points).toBe(input.units[0]!.cells[0]!.value)
})

it('says what is missing by its mark, never by zero', () => {
  expect(find('b', 'online')).toMatchObject({
    valid: 'thiếu',
    aggregated: 'thiếu',
    weight: 0.25,
    weight_measured: 0,
  })
})

it('gives places with the set that the sample does not rule out', () => {
  const { rank, rank_from: from, rank_to: to } = find('c', 'made-up')
  expect([1, 2, 3]).toContain(rank)
  expect(from as number).toBeLessThanOrEqual(rank as number)
  expect(to as number).toBeGreaterThanOrEqual(rank as number)
  expect(find('total', 'made-up').rank).toBeNull()
})
