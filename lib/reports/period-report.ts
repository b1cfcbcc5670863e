// The report of a unit on a period (Quý I, 6 tháng, năm) as an office writes it: what was planned and done, what it cost,
// what surveys found with their intervals, and the officer's own words. Everything comes from the document as it was handed
// in, names included, so that an old report reads the same for ever.

import {
  type ChannelFact,
  type PeriodFacts,
  type SurveyFact,
  sumChannels,
  type UnitFact,
} from '#lib/campaigns/period-facts'
import { periodOfYear } from '#lib/campaigns/period-names'
import { type ReportDocument, type WordSection, wordSections } from '#lib/campaigns/period-report'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { statusWords } from '#lib/charts/status-words'
import { officeOf } from '#lib/reports/office-of'
import type { Block, Report, ReportCell, ReportTable } from '#lib/reports/report'
import { inLanguage } from '#lib/surveys/local-text'

type Words = {
  language: 'vi' | 'en'
  say: (vi: string, en: string) => string
  count: (value: number) => ReportCell
  day: (iso: string) => string
}

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

function wordsOf(language: 'vi' | 'en'): Words {
  return {
    language,
    say: (vi, en) => (language === 'en' ? en : vi),
    count: (value) => ({ text: formatNumber(value, 'count', language), value }),
    day: (iso) => iso.split('-').reverse().join('/'),
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

const textOf = (cell: ReportCell) => (typeof cell === 'string' ? cell : cell.text)

function planBlocks({ plan }: PeriodFacts, words: Words): Block[] {
  const { say, count } = words
  if (!plan)
    return [
      {
        type: 'paragraph',
        text: say(
          'Đơn vị chưa có kế hoạch tuyên truyền của năm trong hệ thống, nên không có gì để đối chiếu.',
          'The unit has no plan of the year in the system, so there is nothing to compare with.',
        ),
      },
    ]
  if (plan.items.length === 0)
    return [
      {
        type: 'paragraph',
        text: say('Kế hoạch của năm chưa ghi việc cụ thể nào.', 'The plan of the year names no tasks.'),
      },
    ]
  const states = {
    done: say('Đã làm', 'Done'),
    begun: say('Đang làm', 'Under way'),
    'not-begun': say('Đến hạn, chưa làm', 'Due, not begun'),
    later: say('Chưa đến kỳ', 'Not due yet'),
  }
  return [
    table({
      caption: say('Thực hiện kế hoạch', 'The plan and what was done'),
      columns: [
        { head: say('Việc trong kế hoạch', 'Task'), share: 0.34 },
        { head: say('Thời gian', 'When'), share: 0.14 },
        { head: say('Kế hoạch', 'Planned'), share: 0.18 },
        { head: say('Đã làm', 'Done'), share: 0.18 },
        { head: say('Tình trạng', 'State'), share: 0.16 },
      ],
      rows: plan.items.map(({ title, from, to, planned, done, state, activities }) => [
        title,
        from === to ? monthOf(from) : `${monthOf(from)} – ${monthOf(to)}`,
        amountsText(planned, words),
        activities === 0 ? '–' : amountsText(done, words) || textOf(count(activities)),
        states[state],
      ]),
      note: say(
        '“Đã làm” chỉ tính hoạt động được ghi là thuộc việc đó. Đạt số lượng là sản phẩm, chưa phải tác dụng.',
        'Only activities recorded under a task count as done. Quantities are output, not effect.',
      ),
    }),
  ]
}

const monthOf = (month: string) => `${month.slice(5, 7)}/${month.slice(0, 4)}`

const amountsText = (
  amounts: { name: { vi: string; en?: string }; value: number }[],
  { language, count }: Words,
): string =>
  amounts.map(({ name, value }) => `${textOf(count(value))} ${inLanguage(name, language)}`).join('; ')

function channelBlocks({ channels, units }: PeriodFacts, words: Words): Block[] {
  if (channels.length === 0) return []
  return [
    table(
      channelTable(
        channels,
        words.say(
          units ? 'Hoạt động của cơ quan cấp này theo kênh' : 'Hoạt động theo kênh',
          units ? 'Activities of the office itself by channel' : 'Activities by channel',
        ),
        words,
      ),
    ),
  ]
}

function channelTable(channels: readonly ChannelFact[], caption: string, words: Words): ReportTable {
  const { say, count, language } = words
  return {
    caption,
    columns: [
      { head: say('Kênh', 'Channel'), share: 0.3 },
      { head: say('Hoạt động', 'Activities'), isNumber: true, share: 0.12 },
      { head: say('Số lượng', 'Quantity'), share: 0.28 },
      { head: say('Kinh phí (đồng)', 'Cost (VND)'), isNumber: true, share: 0.16 },
      { head: say('Đồng trên một đơn vị', 'VND per unit'), isNumber: true, share: 0.14 },
    ],
    rows: channels.map(({ name, activities, amounts, cost, costPerOutput }) => [
      inLanguage(name, language),
      count(activities),
      amountsText(amounts, words),
      count(cost),
      costPerOutput === null ? '–' : count(Math.round(costPerOutput)),
    ]),
    note: say(
      'Đơn vị của từng kênh là đại lượng đứng đầu ở cột Số lượng.',
      'The unit of a channel is the first quantity named.',
    ),
  }
}

function areaBlocks({ areas }: PeriodFacts, { say, count, language }: Words): Block[] {
  if (areas.every(({ activities }) => activities === 0)) return []
  return [
    table({
      caption: say('Hoạt động theo lĩnh vực', 'Activities by area'),
      columns: [
        { head: say('Lĩnh vực', 'Area'), share: 0.7 },
        { head: say('Hoạt động', 'Activities'), isNumber: true, share: 0.3 },
      ],
      rows: areas.map(({ name, activities }) => [inLanguage(name, language), count(activities)]),
      note: say(
        'Một hoạt động có nhiều lĩnh vực được đếm ở từng lĩnh vực, nên không cộng các dòng.',
        'An activity on several areas counts in each, so the rows must not be added.',
      ),
    }),
  ]
}

function surveyBlocks({ surveys }: PeriodFacts, words: Words): Block[] {
  if (surveys.length === 0)
    return [
      {
        type: 'paragraph',
        text: words.say(
          'Trong kỳ không có khảo sát nào ở đơn vị, nên báo cáo này chỉ nói đã làm gì, không nói người dân đã biết thêm gì.',
          'No survey was held in the unit in this period: this report says what was done, not what people have learnt.',
        ),
      },
    ]
  return surveys.flatMap((survey) => surveyTables(survey, words))
}

function surveyTables(survey: SurveyFact, words: Words): Block[] {
  const { say, day, count, language } = words
  const title = language === 'en' ? survey.titleEn : survey.title
  const state = survey.isOpen
    ? say(' Đợt này còn đang thu phiếu: số liệu chưa cuối cùng.', ' Answers are still coming in: not final.')
    : ''
  const design = survey.isSample
    ? say(
        'Người trả lời được chọn ngẫu nhiên; khoảng tin cậy 95 %.',
        'Respondents were drawn at random; intervals are 95 %.',
      )
    : say(
        'Người trả lời tự đến, không chọn ngẫu nhiên: số liệu chỉ mô tả người đã trả lời.',
        'Respondents came by themselves: the figures describe those who answered, nobody else.',
      )
  return [
    table({
      caption: say(
        `${title}: ${inLanguage(survey.index, 'vi')}`,
        `${title}: ${inLanguage(survey.index, 'en')}`,
      ),
      columns: [
        { head: say('Nội dung', 'Criterion'), share: 0.46 },
        { head: say('Giá trị', 'Value'), isNumber: true },
        { head: say('Khoảng tin cậy', 'Interval'), isNumber: true },
        { head: say('Số người', 'People'), isNumber: true },
      ],
      rows: survey.cells.map(({ name, cell }) => [
        inLanguage(name, language),
        cell.value === null
          ? statusWords[cell.status][language]
          : { text: formatNumber(cell.value, cell.scale, language), value: cell.value },
        (cell.value !== null && formatInterval(cell, language)) || '–',
        cell.n > 0 ? count(cell.n) : '–',
      ]),
      note: `${say(`Thu phiếu từ ${day(survey.from)} đến ${day(survey.to)}.`, `Answers of ${day(survey.from)} to ${day(survey.to)}.`)} ${design}${state}`,
    }),
  ]
}

function unitBlocks(units: readonly UnitFact[], words: Words): Block[] {
  const { say, day, count, language } = words
  const nameOf = ({ name, nameEn }: UnitFact) => (language === 'en' ? nameEn : name)
  const handedIn = units.filter(({ state }) => state === 'submitted' || state === 'accepted')
  const late = handedIn.filter(({ daysLate }) => (daysLate ?? 0) > 0)
  const missing = units.filter((unit) => !handedIn.includes(unit))
  const list = (some: readonly UnitFact[]) => some.map(nameOf).join(', ')
  const sentences = [
    say(
      `${handedIn.length} trên ${units.length} đơn vị đã nộp báo cáo.`,
      `${handedIn.length} of ${units.length} units have reported.`,
    ),
    ...(late.length > 0 ? [say(`Nộp muộn: ${list(late)}.`, `Late: ${list(late)}.`)] : []),
    ...(missing.length > 0
      ? [say(`Chưa nộp hoặc đang bổ sung: ${list(missing)}.`, `Not in, or being mended: ${list(missing)}.`)]
      : []),
    say(
      'Số liệu dưới đây chỉ cộng các báo cáo đã nộp, đúng như khi nộp.',
      'The figures below add only reports that were handed in, as they were then.',
    ),
  ]
  return [
    { type: 'paragraph', text: sentences.join(' ') },
    table({
      caption: say('Báo cáo của từng đơn vị', 'The report of each unit'),
      columns: [
        { head: say('Đơn vị', 'Unit'), share: 0.3 },
        { head: say('Ngày nộp', 'Handed in'), share: 0.16 },
        { head: say('Muộn (ngày)', 'Late (days)'), isNumber: true, share: 0.14 },
        { head: say('Hoạt động', 'Activities'), isNumber: true, share: 0.16 },
        { head: say('Kinh phí (đồng)', 'Cost (VND)'), isNumber: true, share: 0.24 },
      ],
      rows: units.map((unit) => [
        nameOf(unit),
        unit.submittedOn ? day(unit.submittedOn) : say('chưa nộp', 'not in'),
        unit.daysLate === null ? '–' : count(unit.daysLate),
        unit.totals ? count(unit.totals.activities) : '–',
        unit.totals ? count(unit.totals.cost) : '–',
      ]),
    }),
    ...(handedIn.length > 0
      ? [
          table(
            channelTable(
              sumChannels(handedIn),
              say('Các đơn vị đã nộp, cộng theo kênh', 'Units that reported, added by channel'),
              words,
            ),
          ),
        ]
      : []),
  ]
}

function activityBlocks({ activities }: PeriodFacts, words: Words): Block[] {
  const { say, day, count, language } = words
  if (activities.length === 0) return []
  return [
    table({
      caption: say('Từng hoạt động', 'Each activity'),
      columns: [
        { head: say('Ngày', 'Day'), share: 0.16 },
        { head: say('Hoạt động', 'Activity'), share: 0.34 },
        { head: say('Lĩnh vực', 'Areas'), share: 0.2 },
        { head: say('Số lượng', 'Quantity'), share: 0.16 },
        { head: say('Kinh phí (đồng)', 'Cost (VND)'), isNumber: true, share: 0.14 },
      ],
      rows: activities.map((one) => [
        one.from === one.to ? day(one.from) : `${day(one.from)} – ${day(one.to)}`,
        [one.title || inLanguage(one.channel, language), one.village].filter(Boolean).join(', '),
        one.areas.map((area) => inLanguage(area, language)).join('; '),
        amountsText(one.amounts, words),
        count(one.cost),
      ]),
    }),
  ]
}

const table = (content: ReportTable): Block => ({ type: 'table', table: content })

/** Tables are numbered as they come: which there are depends on the period. */
function numbered({ say }: Words, blocks: readonly Block[]): Block[] {
  let last = 0
  return blocks.map((block) => {
    if (block.type !== 'table') return block
    const caption = `${say('Bảng', 'Table')} ${++last}. ${block.table.caption}`
    return { ...block, table: { ...block.table, caption } }
  })
}
