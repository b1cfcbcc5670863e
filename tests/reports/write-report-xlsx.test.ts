import { describe, expect, it } from 'vitest'
import { readXlsx } from '#lib/imports/read-xlsx'
import type { Report } from '#lib/reports/report'
import { writeReportXlsx } from '#lib/reports/write-report-xlsx'
import { smallReport } from './small-report'

const report: Report = {
  ...smallReport,
  annex: [
    {
      type: 'table',
      table: {
        caption: 'Bảng 2. Số',
        columns: [{ head: 'Tên' }, { head: 'Số', isNumber: true }],
        rows: [['Một phần ba', { text: '0,33', value: 1 / 3 }]],
      },
    },
  ],
}

async function sheetsOf(given: Report) {
  const read = await readXlsx(await writeReportXlsx(given))
  if ('fault' in read) throw new Error(read.fault.en)
  return read.sheets
}

describe('writeReportXlsx', () => {
  it('puts the text on the first sheet and each table on its own, formulas that are none as text', async () => {
    const sheets = await sheetsOf(report)
    expect(sheets.map(({ name }) => name)).toEqual(['Báo cáo', 'Bảng 1', 'Bảng 2'])
    const words = sheets[0]!.rows.flat()
    for (const word of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 12/BC-UBND',
      'Có 3 đơn vị.',
      '- một việc',
      'Không cộng số đã làm tròn.',
      'Dữ liệu mẫu',
      'Nơi nhận: Như trên; Lưu: VT.',
    ])
      expect(words).toContain(word)
    expect(sheets[1]!.rows).toEqual([
      ['Bảng 1. Điểm', null],
      ['Đơn vị', 'Điểm'],
      ['Xã Phước Hậu', '82,3'],
      ['=1+1', '61,2'],
    ])
  })

  it('keeps a number as it is, not as it is printed', async () => {
    const sheets = await sheetsOf(report)
    expect(sheets[2]!.rows.at(-1)).toEqual(['Một phần ba', 1 / 3])
  })
})
