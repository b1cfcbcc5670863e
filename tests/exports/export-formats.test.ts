import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { exportFormats } from '#lib/exports/registry'
import { type Table, wholeTable } from '#lib/exports/table'
import { readXlsx, type XlsxSheet } from '#lib/imports/read-xlsx'

const columns = ['name', 'value', 'note']
const rows = [
  ['Phước Hậu', 82.5, 'có "dấu", phẩy; và\nxuống dòng'],
  ['=HYPERLINK("http://example.test")', -3, '+84 900'],
  ['-1', 0, '@SUM(A1)'],
  ['\tTab', 1e-7, '\rCR'],
  ['＝1+1', null, ''],
  ['Xã Chăm "ꨀ"', 1234567.25, 'một - hai'],
]

async function write(format: (typeof exportFormats)[number], table: Table): Promise<string> {
  let text = ''
  for await (const piece of format.write(table)) text += piece
  return text
}

const csvFormats = exportFormats.filter(({ extension }) => extension === 'csv')

describe.each(csvFormats.map((format) => [format.name, format] as const))('format %s', (name, format) => {
  const isExcel = name.startsWith('csv-excel')

  it('writes a file that a CSV reader gives back row by row', async () => {
    const text = await write(format, wholeTable('t', columns, rows))
    const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
    expect(parsed.errors).toEqual([])
    expect(parsed.data[0]).toEqual(columns)
    const decimal = name === 'csv-excel-vi' ? ',' : '.'
    const expected = rows.map((row) =>
      row.map((value) => {
        if (value === null) return ''
        if (typeof value === 'number') return String(value).replace('.', decimal)
        return isExcel && /^[=+\-@\t\r\n＝]/.test(value) ? `'${value}` : value
      }),
    )
    expect(parsed.data.slice(1)).toEqual(expected)
  })

  it('leaves no text that a spreadsheet would run, and no byte order mark in plain files', async () => {
    const text = await write(format, wholeTable('t', columns, rows))
    expect(text.startsWith('\uFEFF')).toBe(isExcel)
    expect(/(^|[\n,;"])=HYPERLINK/.test(text)).toBe(!isExcel)
  })

  it('writes a heading for a table without rows', async () => {
    const text = await write(format, wholeTable('t', columns, []))
    expect(
      text
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/[,;]/),
    ).toEqual(columns)
  })

  it.each([1, 3])('breaks off when %i rows come where 2 were expected', async (count) => {
    const table = { name: 't', columns, expected: 2, batches: [rows.slice(0, count)] }
    await expect(write(format, table)).rejects.toThrow('instead of the expected 2')
  })

  it('writes long tables in pieces', async () => {
    const long = Array.from({ length: 20_000 }, (_, at) => ['đơn vị', at, 'x'])
    let pieces = 0
    let lines = 0
    for await (const piece of format.write(wholeTable('t', columns, long))) {
      pieces++
      lines += String(piece).split('\n').length - 1
      expect(piece.length).toBeLessThan(200_000)
    }
    expect(lines).toBe(20_001)
    expect(pieces).toBeGreaterThan(3)
  })
})

describe('format xlsx', () => {
  const xlsx = exportFormats.find(({ name }) => name === 'xlsx')!
  const read = async (table: Table) => {
    const pieces: Uint8Array[] = []
    for await (const piece of xlsx.write(table)) pieces.push(piece as Uint8Array)
    return (await readXlsx(pieces[0]!)) as { sheets: XlsxSheet[] }
  }

  it('gives back every number as a number and every text as it was, harmless', async () => {
    const { sheets } = await read(wholeTable('t-1', columns, rows))
    const trimmed = rows.map((row) =>
      row.map((value) => (typeof value === 'string' ? value.trim() || null : value)),
    )
    expect(sheets).toEqual([{ name: 't-1', rows: [columns, ...trimmed] }])
  })

  it('breaks off when other rows come than expected', async () => {
    const table = { name: 't', columns, expected: 2, batches: [rows.slice(0, 1)] }
    await expect(read(table)).rejects.toThrow('instead of the expected 2')
  })
})

it('offers every format under its own name', () => {
  expect(new Set(exportFormats.map(({ name }) => name)).size).toBe(exportFormats.length)
})
