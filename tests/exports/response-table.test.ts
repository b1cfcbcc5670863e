import { describe, expect, it } from 'vitest'
import { codebookTable } from '#lib/exports/codebook-table'
import { type ResponseRow, responseColumnsAndRows } from '#lib/exports/response-table'
import { noAnswer, notAsked, notCodable, type Variable } from '#lib/surveys/variable'
import { codebook } from '../support/made-up-survey'

const words: Variable = {
  name: 'why',
  question: 'why',
  label: { vi: 'Vì sao', en: 'Why' },
  shortLabel: { vi: 'Vì sao', en: 'Why' },
  kind: 'text',
  values: [],
  isRequired: false,
}
const variables = [...codebook, words]
const response: ResponseRow = {
  unit: 'a',
  group: '["a","s1"]',
  stratum: 's1',
  cluster: 'v01',
  weight: 12.5,
  day: '2025-03-04',
  mode: 'self',
  place: 'desk',
  collector: 'desk-officer',
  entry: 'open',
  late: 0,
  language: 'vi',
  coded: [4, 98, notAsked, noAnswer, 5, notCodable, notCodable],
  answers: { access_1: 4, age: 70_000, why: '=chậm' },
}
const read = (values: 'codes' | 'labels', hasTexts = false) => {
  const table = responseColumnsAndRows(variables, { wave: 'w', form: 'f.v1', values, hasTexts })
  const row = table.toRow(response)
  return Object.fromEntries(table.columns.map((name, at) => [name, row[at]]))
}

describe('responseColumnsAndRows', () => {
  it('writes codes with three different ones for not asked, no answer and no opinion', () => {
    const row = read('codes')
    expect([row.access_1, row.access_2, row.staff_1, row.staff_2]).toEqual([4, 98, -3, -2])
    expect(row).toMatchObject({ wave: 'w', form: 'f.v1', unit: 'a', weight: 12.5, day: '2025-03-04' })
  })

  it('writes the words of the form when asked for labels', () => {
    const row = read('labels')
    expect([row.access_1, row.access_2, row.staff_1, row.staff_2]).toEqual([
      'Mức 4',
      'Không biết',
      '(không hỏi)',
      '(bỏ trống)',
    ])
  })

  it('marks answers of the days of grace', () => {
    const { columns, toRow } = responseColumnsAndRows(variables, {
      ...{ wave: 'w', form: 'f.v1' },
      ...{ values: 'labels', hasTexts: false },
    })
    const late = (row: ResponseRow) => toRow(row)[columns.indexOf('late')]
    expect([late(response), late({ ...response, late: 1 })]).toEqual([0, 1])
  })

  it('reads a number that is too large for a code from the answer', () => {
    expect(read('codes').age).toBe(70_000)
  })

  it('leaves written answers out unless they are asked for', () => {
    expect(read('codes')).not.toHaveProperty('why')
    expect(read('codes', true).why).toBe('=chậm')
  })

  it('has no column for a receipt or a time', () => {
    expect(Object.keys(read('codes', true)).join(' ')).not.toMatch(/receipt|time|xid|stamp/)
  })
})

it('explains every code of every column in the codebook file', () => {
  const table = codebookTable('f.v1', variables)
  const rows = [...(table.batches as Iterable<(string | number | null)[][]>)].flat()
  const lines = rows.map((row) => Object.fromEntries(table.columns.map((name, at) => [name, row[at]])))
  for (const variable of variables) {
    const codes = lines.filter((line) => line.column === variable.name).map((line) => line.code)
    expect(codes).toEqual([...variable.values.map(({ code }) => code), -3, -2, -1])
  }
  expect(lines.find((line) => line.column === 'access_1' && line.code === 98)?.is_dont_know).toBe(1)
  expect(lines.find((line) => line.column === 'weight')?.label_vi).toContain('Trọng số')
})

describe('answers of drawn people', () => {
  const groups = new Map([
    ['["a","s1"]', { stratum: 'secret name', cluster: '', population: 40, weight: 2.5, isThin: false }],
  ])
  const options = { wave: 'w', form: 'f.v1', values: 'codes', hasTexts: false, groups } as const

  it('carry stratum, weight and population of their design, under labels only', () => {
    const { columns, toRow } = responseColumnsAndRows(variables, options)
    const row = toRow(response)
    const value = (name: string) => row[columns.indexOf(name)]
    expect([value('design_stratum'), value('final_weight'), value('population')]).toEqual(['d1', 2.5, 40])
    expect(value('weight')).toBe(12.5)
    expect(JSON.stringify(row)).not.toContain('secret name')
  })

  it('have these columns in the codebook of their file, and others have not', () => {
    const namesOf = (isDrawn: boolean) =>
      [...(codebookTable('f.v1', variables, isDrawn).batches as Iterable<unknown[][]>)]
        .flat()
        .map(([name]) => name)
    expect(namesOf(true)).toContain('final_weight')
    expect(namesOf(false)).not.toContain('final_weight')
  })
})
