// The report on a period as an office hands it in: the same words and figures on every reading, in both languages.
import { describe, expect, test } from 'vitest'
import { makePeriodFacts } from '#lib/campaigns/make-period-facts'
import type { UnitFact } from '#lib/campaigns/period-facts'
import { type ReportDocument, reportWords } from '#lib/campaigns/period-report'
import { periodReport } from '#lib/reports/period-report'
import { type Report, textOfCell } from '#lib/reports/report'
import { activity, factsInput } from '../campaigns/period-input'

const loud = activity('a', {
  planItem: 'v1',
  amounts: { broadcasts: 8 },
  cost: 400_000,
  village: 'Thôn Hiệp Hòa',
})
const documentOf = (given: Parameters<typeof factsInput>[0] = {}, words = {}): ReportDocument => ({
  facts: makePeriodFacts(factsInput({ activities: [loud], ...given })),
  words: reportWords.parse(words),
  signature: { number: '15', position: 'Phó Chủ tịch', name: 'Nguyễn Văn Mẫu' },
  day: '2024-04-02',
})
const settings = { isDraft: false, isSample: false }
const textOf = (report: Report) =>
  report.blocks
    .flatMap((block) => {
      if (block.type === 'table')
        return [block.table.caption, ...block.table.rows.map((row) => row.map(textOfCell).join(' | '))]
      return 'text' in block ? [block.text] : []
    })
    .join('\n')

describe('the report of a commune', () => {
  test('sets the plan against what was done, with what is due and not begun', () => {
    const text = textOf(periodReport(documentOf(), 'vi', settings))
    expect(text).toContain('Phát loa | 01/2024 – 12/2024 | 20 buổi phát | 8 buổi phát | Đang làm')
    expect(text).toContain('Phát tờ rơi | 03/2024 | 500 bản | – | Đến hạn, chưa làm')
    expect(text).toContain('Loa | 1 | 8 buổi phát | 400.000 | 50.000')
    expect(text).toContain('Trong kỳ không có khảo sát nào ở đơn vị')
  })

  test('is signed, numbered and dated as it was handed in', () => {
    const { letterhead, signature, subject } = periodReport(documentOf(), 'vi', settings)
    expect(letterhead).toMatchObject({
      number: '15/BC-UBND',
      day: '2024-04-02',
      agency: 'Ủy ban nhân dân xã Phước Hậu',
    })
    expect(signature).toMatchObject({ position: 'Phó Chủ tịch', name: 'Nguyễn Văn Mẫu' })
    expect(subject).toBe('Kết quả thông tin, tuyên truyền cải cách hành chính quý I năm 2024')
  })

  test('keeps every paragraph of the officer under its heading, and leaves out sections without words', () => {
    const { blocks } = periodReport(documentOf({}, { requests: 'Câu một.\n\nCâu hai.' }), 'vi', settings)
    const texts = blocks.flatMap((block) => ('text' in block ? [block.text] : []))
    expect(texts).toEqual(expect.arrayContaining(['Đề xuất, kiến nghị', 'Câu một.', 'Câu hai.']))
    expect(texts).not.toContain('Kết quả nổi bật')
  })

  test('says on every page that a draft is a draft', () => {
    expect(periodReport(documentOf(), 'vi', { ...settings, isDraft: true }).mark).toBe('Dự thảo: chưa trình')
    expect(periodReport(documentOf(), 'vi', settings).mark).toBe('')
  })

  test('says the same in English', () => {
    const text = textOf(periodReport(documentOf(), 'en', settings))
    expect(text).toContain('Loa (en) | 1 | 8 buổi phát (en) | 400,000 | 50,000')
    expect(text).not.toMatch(/Bảng|Kinh phí/)
  })
})

describe('the summary of a district', () => {
  const part = documentOf().facts
  const unit = (name: string, given: Partial<UnitFact>): UnitFact => ({
    ...{
      id: name,
      name,
      nameEn: name,
      state: 'submitted',
      submittedOn: '2024-03-20',
      daysLate: 5,
      document: 1,
    },
    ...{ totals: part.totals, channels: part.channels },
    ...given,
  })
  const units = [
    unit('Xã A', { daysLate: 0, submittedOn: '2024-03-14' }),
    unit('Xã B', {}),
    unit('Xã C', {
      state: 'draft',
      submittedOn: null,
      daysLate: null,
      document: null,
      totals: null,
      channels: [],
    }),
  ]

  test('adds only what was handed in, and names who was late or is missing', () => {
    const text = textOf(periodReport(documentOf({ units }), 'vi', settings))
    expect(text).toContain(
      '2 trên 3 đơn vị đã nộp báo cáo. Nộp muộn: Xã B. Chưa nộp hoặc đang bổ sung: Xã C.',
    )
    expect(text).toContain('Xã B | 20/03/2024 | 5 | 1 | 400.000')
    expect(text).toContain('Xã C | chưa nộp | – | – | –')
    expect(text).toContain('Loa | 2 | 16 buổi phát | 800.000 | 50.000')
  })
})
