import { describe, expect, it } from 'vitest'
import type { IndexFile } from '#lib/definitions/index-file'
import { fingerprint } from '#lib/ledger/head'
import { officeOf } from '#lib/reports/office-of'
import { resultsReport } from '#lib/reports/results-report'
import sipas from '../../surveys/indexes/sipas.v1.json'
import { levelCells } from '../support/golden-cells'
import { smallReport } from './small-report'

const units = [
  { id: 'hau', name: 'Xã Phước Hậu', nameEn: 'Phước Hậu' },
  { id: 'son', name: 'Xã Phước Sơn', nameEn: 'Phước Sơn' },
  { id: 'huu', name: 'Xã Phước Hữu', nameEn: 'Phước Hữu' },
  { id: 'all', name: 'Huyện Ninh Phước', nameEn: 'Ninh Phước district' },
]
const cells = levelCells
  .filter(({ criterion }) => criterion === 'access')
  .map((cell) => ({ ...cell, criterion: 'sipas' }))
const results = {
  index: sipas as unknown as IndexFile,
  wave: {
    title: 'Đợt 1',
    titleEn: 'Wave 1',
    periodStart: new Date('2024-05-01'),
    periodEnd: new Date('2024-05-31'),
    design: 'clusters',
    isSample: false,
  },
  units,
  total: 'all',
  cells,
  answers: 900,
  heads: [],
}
const reportOf = (given: Partial<typeof results> = {}, language: 'vi' | 'en' = 'vi') =>
  resultsReport({ ...results, ...given }, smallReport.letterhead, language)
const textOf = (given?: Partial<typeof results>, language?: 'vi' | 'en') =>
  JSON.stringify(reportOf(given, language))
const tables = (given?: Partial<typeof results>) =>
  reportOf(given).blocks.flatMap((block) => (block.type === 'table' ? [block.table] : []))

describe('resultsReport', () => {
  it('writes each unit as its cell says, with interval and the ranks that cannot be ruled out', () => {
    const [, byUnit] = tables()
    expect(byUnit?.rows[0]?.slice(0, 2)).toEqual(['Xã Phước Hậu', '82,3'])
    expect(byUnit?.rows).toHaveLength(3)
    expect(byUnit?.rows.every((row) => row.length === byUnit.columns.length)).toBe(true)
    expect(reportOf().blocks.some(({ type }) => type === 'chart')).toBe(true)
  })

  it('writes a word, never a number, for a cell without one', () => {
    const few = cells.map((cell) => ({
      ...cell,
      value: null,
      low: null,
      high: null,
      status: 'too-few' as const,
    }))
    const [, byUnit] = tables({ cells: few })
    expect(byUnit?.rows.every(([, value]) => value === 'ít dữ liệu')).toBe(true)
    expect(reportOf({ cells: few }).blocks.some(({ type }) => type === 'chart')).toBe(false)
  })

  it('says of an open survey that it speaks for nobody else, and marks sample data', () => {
    const open = { ...results.wave, design: 'none', isSample: true }
    expect(textOf({ wave: open })).toContain('chỉ mô tả người đã trả lời')
    expect(reportOf({ wave: open }).mark).toContain('Dữ liệu mẫu')
    expect(reportOf().mark).toBe('')
    expect(textOf()).toContain('chọn ngẫu nhiên')
  })

  it('speaks English from head to foot when asked', () => {
    const english = textOf({}, 'en')
    expect(english).toContain('Results of')
    expect(english).not.toMatch(/Bảng|Đơn vị|Khoảng/)
  })
})

describe('officeOf', () => {
  it('names the committee, the one above it, and the place without its rank', () => {
    const [district, province] = [units[3]!, { name: 'Tỉnh Ninh Thuận', nameEn: 'Ninh Thuận province' }]
    expect(officeOf(district, province, { symbol: 'BC-UBND', day: '', language: 'vi' })).toEqual({
      parent: 'Ủy ban nhân dân tỉnh Ninh Thuận',
      agency: 'Ủy ban nhân dân huyện Ninh Phước',
      number: '……/BC-UBND',
      place: 'Ninh Phước',
      day: '',
    })
  })
})

it('names the head of each log, for whoever holds the printed report', () => {
  const head = { wave: 'w1', size: 901, root: 'abcROOT', day: '2024-06-02', key: 'AAAA', signature: '' }
  const text = textOf({ heads: [head] } as never)
  for (const part of ['w1', '901 lá', 'abcROOT', '02/06/2024', fingerprint('AAAA')])
    expect(text).toContain(part)
  expect(textOf()).not.toContain('Sổ phiếu công khai')
})
