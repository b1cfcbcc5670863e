// The report of a unit on a period (Quý I, 6 tháng, năm) as an office writes it: what was planned and done, what it cost,
// what surveys found with their intervals, and the officer's own words. Everything comes from the document as it was handed
// in, names included, so that an old report reads the same for ever.

import type { PeriodFacts } from '#lib/campaigns/period-facts'
import { periodOfYear } from '#lib/campaigns/period-names'
import { type ReportDocument, type WordSection, wordSections } from '#lib/campaigns/period-report'
import { officeOf } from '#lib/reports/office-of'
import { activityBlocks, areaBlocks, channelBlocks, planBlocks } from '#lib/reports/period-report-deeds'
import { surveyBlocks } from '#lib/reports/period-report-surveys'
import { unitBlocks } from '#lib/reports/period-report-units'
import { textOf, type Words, wordsOf } from '#lib/reports/period-report-words'
import type { Block, Report } from '#lib/reports/report'

/** The headings of the sections that the officer writes. */
export const sectionNames: Record<WordSection, { vi: string; en: string }> = {
  assessment: { vi: 'Đánh giá chung', en: 'Overall assessment' },
  results: { vi: 'Kết quả nổi bật', en: 'Main results' },
  difficulties: { vi: 'Khó khăn, hạn chế và nguyên nhân', en: 'Difficulties and their causes' },
  next: { vi: 'Nhiệm vụ kỳ tới', en: 'Tasks of the next period' },
  requests: { vi: 'Đề xuất, kiến nghị', en: 'Requests' },
}

/** A document that was handed in, or a draft with `isDraft`, which says so on every page. */
export function periodReport(
  document: ReportDocument,
  language: 'vi' | 'en',
  options: { isDraft: boolean; isSample: boolean },
): Report {
  const words = wordsOf(language)
  const { say } = words
  const { facts, signature } = document
  const letterhead = officeOf(facts.unit, facts.parent, {
    symbol: 'BC-UBND',
    day: options.isDraft ? '' : document.day,
    language,
  })
  const marks = [
    ...(options.isDraft ? [say('Dự thảo: chưa trình', 'Draft: not handed in')] : []),
    ...(options.isSample
      ? [say('Dữ liệu mẫu: số liệu không có thật', 'Sample data: the figures are not real')]
      : []),
  ]
  return {
    language,
    letterhead: {
      ...letterhead,
      number: signature.number ? letterhead.number.replace('……', signature.number) : letterhead.number,
    },
    kind: say('Báo cáo', 'Report'),
    subject: say(
      `Kết quả thông tin, tuyên truyền cải cách hành chính ${periodOfYear(facts.period, facts.year, 'vi')}`,
      `Information on administrative reform, ${periodOfYear(facts.period, facts.year, 'en')}`,
    ),
    addressees: letterhead.parent ? [letterhead.parent] : [],
    blocks: numbered(words, bodyBlocks(document, words)),
    annex: [],
    signature: {
      authority: say('TM. Ủy ban nhân dân', 'For the People’s Committee'),
      position: signature.position || say('Chủ tịch', 'Chair'),
      name: signature.name,
    },
    recipients: [
      ...(letterhead.parent ? [say('Như trên', 'As above')] : []),
      ...(facts.units ? [say('Các xã, thị trấn', 'Communes')] : []),
      say('Lưu: VT', 'File'),
    ],
    mark: marks.join('. '),
  }
}

function bodyBlocks({ facts, words: texts }: ReportDocument, words: Words): Block[] {
  const { say } = words
  const written = (name: WordSection): Block[] => {
    const paragraphs = texts[name].split(/\n+/).filter((line) => line.trim() !== '')
    if (paragraphs.length === 0) return []
    return [
      { type: 'heading', level: 2, text: sectionNames[name][words.language] },
      ...paragraphs.map((text): Block => ({ type: 'paragraph', text })),
    ]
  }
  const [first, ...others] = wordSections
  return [
    heading(say('I. Kết quả thực hiện', 'I. What was done')),
    { type: 'paragraph', text: openingSentence(facts, words) },
    ...written(first),
    ...planBlocks(facts, words),
    ...channelBlocks(facts, words),
    ...areaBlocks(facts, words),
    heading(say('II. Kết quả khảo sát', 'II. Survey results')),
    ...surveyBlocks(facts, words),
    ...(facts.units ? [heading(say('III. Báo cáo của các đơn vị', 'III. Reports of the units'))] : []),
    ...(facts.units ? unitBlocks(facts.units, words) : []),
    heading(
      facts.units
        ? say('IV. Nhận xét và kiến nghị', 'IV. Comments and requests')
        : say('III. Nhận xét và kiến nghị', 'III. Comments and requests'),
    ),
    ...others.flatMap(written),
    ...activityBlocks(facts, words),
  ]
}

const heading = (text: string): Block => ({ type: 'heading', level: 1, text })

function openingSentence(facts: PeriodFacts, { say, day, count }: Words): string {
  const { activities, cost, withoutEvidence } = facts.totals
  const number = (value: number) => textOf(count(value))
  const span = say(
    `từ ${day(facts.from)} đến ${day(facts.to)}`,
    `from ${day(facts.from)} to ${day(facts.to)}`,
  )
  const rule = facts.isCumulative
    ? say('số liệu cộng dồn từ đầu năm', 'figures are cumulative from the start of the year')
    : say('số liệu của riêng kỳ này', 'figures of this period alone')
  const evidence =
    withoutEvidence > 0
      ? say(
          ` ${number(withoutEvidence)} hoạt động chưa có tài liệu kiểm chứng.`,
          ` ${number(withoutEvidence)} activities have no evidence yet.`,
        )
      : ''
  const whose = facts.units ? say(' do cơ quan cấp này trực tiếp thực hiện', ' of the office itself') : ''
  return say(
    `Kỳ báo cáo ${span} (${rule}) ghi nhận ${number(activities)} hoạt động tuyên truyền${whose}, kinh phí ${number(cost)} đồng.${evidence} Số liệu lấy đến ngày ${day(facts.asOf)}.`,
    `The period ${span} (${rule}) has ${number(activities)} activities${whose}, costing ${number(cost)} VND.${evidence} Figures as of ${day(facts.asOf)}.`,
  )
}

/** Tables are numbered as they come: which there are depends on the period. */
function numbered({ say }: Words, blocks: readonly Block[]): Block[] {
  let last = 0
  return blocks.map((block) => {
    if (block.type !== 'table') return block
    const caption = `${say('Bảng', 'Table')} ${++last}. ${block.table.caption}`
    return { ...block, table: { ...block.table, caption } }
  })
}
