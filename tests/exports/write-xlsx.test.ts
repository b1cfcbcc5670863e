import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formats, type Sheet } from '#lib/exports/sheet'
import { writeXlsx } from '#lib/exports/write-xlsx'
import { readXlsx } from '#lib/imports/read-xlsx'

const head = (value: string) => ({ value, style: 'head' as const })
const sheet: Sheet = {
  name: "Kết quả 'A' & B",
  widths: [30, 12, 12],
  headRows: 1,
  hasFilter: true,
  rows: [
    [head('Đơn vị'), head('Điểm'), head('Nhận xét')],
    ['Xã <Phước> & "Hậu"', { value: 82.5, format: formats.two }, '=HYPERLINK("http://example.test")'],
    ['\u0007Chuông', { formula: 'B2*2', value: 165, format: formats.two }, '+84 900'],
    [
      null,
      { formula: 'IF(B2<90,"ít <dữ liệu>","đủ")', value: 'ít <dữ liệu>' },
      { value: null, style: 'input' },
    ],
  ],
}

const xml = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path]!)

describe('a workbook', () => {
  it('gives back every text, number and cached value when it is read', async () => {
    expect(await readXlsx(await writeXlsx([sheet]))).toEqual({
      sheets: [
        {
          name: sheet.name,
          rows: [
            ['Đơn vị', 'Điểm', 'Nhận xét'],
            ['Xã <Phước> & "Hậu"', 82.5, '=HYPERLINK("http://example.test")'],
            ['Chuông', 165, '+84 900'],
            [null, 'ít <dữ liệu>', null],
          ],
        },
      ],
    })
  })

  it('writes a text as text, whatever it starts with, and formulas only where asked for', async () => {
    const cells = xml(await writeXlsx([sheet]), 'xl/worksheets/sheet1.xml')
    expect(cells.match(/<f>/g)).toHaveLength(2)
    expect(cells).not.toContain('HYPERLINK')
    expect(cells).toContain('<f>B2*2</f><v>165</v>')
  })

  it('asks for recalculation, repeats its head on paper and fits the width of A4', async () => {
    const bytes = await writeXlsx([sheet, { ...sheet, name: 'Hai', isWide: true }])
    const book = xml(bytes, 'xl/workbook.xml')
    expect(book).toContain('fullCalcOnLoad="1"')
    expect(book).toContain("'Kết quả ''A'' &amp; B'!$1:$1</definedName>")
    const cells = xml(bytes, 'xl/worksheets/sheet2.xml')
    expect(cells).toMatch(
      /<\/sheetData><autoFilter ref="A1:C4"\/><pageMargins[^>]*><pageSetup [^>]*landscape/,
    )
    expect(cells).toContain('state="frozen"')
  })

  it.each([
    ['a name with a slash', { ...sheet, name: 'a/b' }],
    ['a name that is too long', { ...sheet, name: 'x'.repeat(32) }],
    ['a number that is none', { ...sheet, rows: [[Number.NaN]] }],
    ['a formula with an equals sign', { ...sheet, rows: [[{ formula: '=1', value: 1 }]] }],
    ['a text beyond the limit', { ...sheet, rows: [['x'.repeat(40_000)]] }],
  ])('refuses %s', async (_what, wrong) => {
    await expect(writeXlsx([wrong])).rejects.toThrow(RangeError)
  })

  it('refuses two sheets of one name', async () => {
    await expect(writeXlsx([sheet, sheet])).rejects.toThrow('different names')
  })
})
