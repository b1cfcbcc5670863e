import { describe, expect, it } from 'vitest'
import { asVolunteers, index, makePeople, sampleOf } from '../support/made-up-survey'
import { recalculate } from '../support/recalculate'
import { workbookOf } from '../support/workbook-of'

const units = ['a', 'b', 'c']
const people = makePeople({ seed: 7, units, villages: 8, people: 15 })
const entered = new Map([
  ['a', new Map([['online', 30]])],
  ['b', new Map([['online', 12.5]])],
])
const input = (sample = sampleOf(people)) => ({
  index,
  samples: new Map([[sample.form.slug, sample]]),
  entered,
})

describe('the workbook of a sampled wave', () => {
  it('comes to the values of the engine in every cell', () => {
    const found = recalculate(workbookOf(input(), units))
    expect(found.faults).toEqual([])
    expect(found.compared).toBeGreaterThan(100)
    expect(found.largest).toBeLessThan(1e-9)
  })
})

it('does so for an open wave, whose answers all weigh the same', () => {
  const open = sampleOf(asVolunteers(people), { design: 'none', entry: 'open' })
  const found = recalculate(workbookOf(input(open), units))
  expect(found.faults).toEqual([])
  expect(found.largest).toBeLessThan(1e-9)
})

describe('a reader who changes a yellow cell', () => {
  const sheets = workbookOf(input(), units)
  const row = (sheet: string, code: string) =>
    sheets.find(({ name }) => name === sheet)!.rows.findIndex((cells) => cells[0] === code) + 1
  const points = (changed: [string, number, number, number | string][]) =>
    Number(recalculate(sheets, changed).shown('9 Điểm', 3, 3).replaceAll(',', ''))

  it('sees the index follow a figure, a weight and an answer', () => {
    const before = points([])
    // unit a: "online" 30 of 40 points, weight 0.25
    expect(points([['1 Số liệu', row('1 Số liệu', 'online'), 5, 40]])).toBeCloseTo(before + 6.25, 1)
    expect(points([['Thang điểm', row('Thang điểm', 'online'), 5, 0]])).not.toBeCloseTo(before, 1)
    expect(points([['1 Số liệu', row('1 Số liệu', 'manner') + 5, 5, 1e6]])).toBeGreaterThan(before + 1)
  })

  it('sees a criterion that does not apply leave the maximum, and a missing one leave the sum', () => {
    const at: [string, number, number] = ['1 Số liệu', row('1 Số liệu', 'online'), 5]
    const found = recalculate(sheets, [[...at, 'KAD']])
    expect(found.shown('5 Trọng số', row('5 Trọng số', 'online'), 3)).toBe('0')
    expect(found.shown('8 Tổng hợp', row('8 Tổng hợp', 'online'), 3)).toBe('KAD')
    expect(points([[...at, '']])).toBeCloseTo(points([[...at, 'KAD']]), 6)
  })
})
