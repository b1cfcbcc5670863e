import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeDocx } from '#lib/reports/write-docx'
import { smallReport } from './small-report'

/** The parts of the file by name. */
const open = async (report = smallReport) => unzipSync(new Uint8Array(await writeDocx(report)))
const documentOf = async (report = smallReport) => strFromU8((await open(report))['word/document.xml']!)
/** What a reader reads, paragraph by paragraph. */
const words = (xml: string) =>
  xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''))
    .filter(Boolean)

describe('writeDocx', () => {
  it('opens with agency, motto, number, place and date, and closes with signature and copies', async () => {
    expect(words(await documentOf())).toEqual([
      'UBND TỈNH NINH THUẬN',
      'UBND HUYỆN NINH PHƯỚC',
      'Số: 12/BC-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Ninh Phước, ngày 05 tháng 02 năm 2024',
      'BÁO CÁO',
      'Kết quả chấm điểm &lt;năm&gt; &amp; &quot;thử&quot;',
      'Kính gửi: Sở Nội vụ.',
      'I. Kết quả',
      '1. Chung',
      'Có 3 đơn vị.',
      '- một việc',
      '- hai việc',
      'Bảng 1. Điểm',
      'Đơn vị',
      'Điểm',
      'Xã Phước Hậu',
      '82,3',
      '=1+1',
      '61,2',
      'Không cộng số đã làm tròn.',
      'Hình 1. Xếp hạng',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'TM. UBND',
      'CHỦ TỊCH',
      'Nguyễn Văn A',
      'PHỤ LỤC',
      '(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 02 năm 2024 của UBND huyện Ninh Phước)',
      'Từng tiêu chí.',
    ])
  })

  it('holds the picture of each chart, and none where the cells do not allow it', async () => {
    const picturesOf = async (report = smallReport) =>
      Object.keys(await open(report)).filter((name) => name.endsWith('.png')).length
    expect(await picturesOf()).toBe(1)
    const blocks = smallReport.blocks.map((block) =>
      block.type === 'chart' ? { ...block, chart: 'change' } : block,
    )
    expect(await picturesOf({ ...smallReport, blocks })).toBe(0)
  })

  it('repeats the head of a table on each page, numbers the pages and marks sample data', async () => {
    const parts = await open()
    expect(strFromU8(parts['word/document.xml']!)).toContain('<w:tblHeader/>')
    const headers = Object.entries(parts).filter(([name]) => /header\d\.xml$/.test(name))
    expect(headers.every(([, bytes]) => strFromU8(bytes).includes('Dữ liệu mẫu'))).toBe(true)
    expect(headers.filter(([, bytes]) => strFromU8(bytes).includes('PAGE')).length).toBe(1)
  })

  it('leaves dots for a date that is not known yet, and speaks English when asked', async () => {
    const letterhead = { ...smallReport.letterhead, day: '' }
    expect(words(await documentOf({ ...smallReport, letterhead }))).toContain(
      'Ninh Phước, ngày …… tháng …… năm ………',
    )
    expect(words(await documentOf({ ...smallReport, language: 'en' }))).toContain(
      'Independence - Freedom - Happiness',
    )
  })
})
