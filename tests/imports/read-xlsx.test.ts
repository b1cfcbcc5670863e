import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '#lib/exports/write-xlsx'
import { readXlsx, xlsxSizeLimit } from '#lib/imports/read-xlsx'

const workbook =
  '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
const relations =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'

function madeByHand(cells: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(workbook),
    'xl/_rels/workbook.xml.rels': strToU8(relations),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
    ...more,
  })
}

const sentence = async (bytes: Uint8Array) => {
  const read = await readXlsx(bytes)
  return 'fault' in read ? read.fault.en : read
}

describe('reading a spreadsheet', () => {
  it('reads text and numbers of a file that another program wrote, gaps included', async () => {
    const bytes = madeByHand(
      '<row r="2"><c r="A2" t="inlineStr"><is><t> Phước Hậu </t></is></c><c r="C2"><v>1.5e1</v></c></row>',
    )
    expect(await readXlsx(bytes)).toEqual({
      sheets: [
        {
          name: 'A',
          rows: [
            [null, null, null],
            ['Phước Hậu', null, 15],
          ],
        },
      ],
    })
  })

  it('says what is wrong with an empty, an old, a locked, a foreign and a torn file', async () => {
    const whole = await writeXlsx([{ name: 'A', widths: [9], rows: [[1]] }])
    expect(await sentence(new Uint8Array())).toContain('is empty')
    expect(await sentence(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toContain('locked with a password')
    expect(await sentence(zipSync({ 'word/document.xml': strToU8('<x/>') }))).toContain('no .xlsx')
    expect(await sentence(strToU8('unit;value'))).toContain('cannot be read')
    expect(await sentence(whole.slice(0, whole.length - 200))).toContain('cannot be read')
    expect(await sentence(new Uint8Array(xlsxSizeLimit + 1))).toContain('too large')
  })

  it('stops unpacking a bomb at the limit', async () => {
    const bomb = madeByHand('', { 'xl/sharedStrings.xml': new Uint8Array(101 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await sentence(bomb)).toContain('too large')
  })

  it('does not believe the size that a bomb declares', async () => {
    const bomb = Buffer.from(madeByHand('', { 'xl/sharedStrings.xml': new Uint8Array(101 * 1024 * 1024) }))
    const [real, declared] = [Buffer.alloc(4), Buffer.alloc(4)]
    real.writeUInt32LE(101 * 1024 * 1024)
    declared.writeUInt32LE(1000)
    for (let at = bomb.indexOf(real); at >= 0; at = bomb.indexOf(real)) declared.copy(bomb, at)
    expect(await sentence(new Uint8Array(bomb))).toContain('cannot be read')
  })

  it.each([
    ['one cell in the last corner', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['a wide row over many rows', `<row><c r="XFD1"><v>1</v></c></row>${'<row/>'.repeat(1000)}`],
    ['cells without an address', `<row>${'<c><v>1</v></c>'.repeat(3000)}</row>${'<row></row>'.repeat(1000)}`],
  ])('refuses %s before making rows of it', async (_what, cells) => {
    expect(await sentence(madeByHand(cells))).toContain('reaches too far')
  })
})
