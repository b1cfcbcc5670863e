// A plan of communication as an administrative document (KẾ HOẠCH). Everything in it stands in the plan; a heading without
// anything to say is left out. The table of the work is an annex, because it is wide.
import type { PlanBody, PlanItem } from '#lib/campaigns/plan-body'
import { plannedCost } from '#lib/campaigns/plan-items'
import type { Channel } from '#lib/definitions/channels-file'
import type { Block, Letterhead, Report } from '#lib/reports/report'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

type Language = Report['language']
type Named = { code: string; name: LocalText }

export type PlanFacts = {
  body: PlanBody
  year: number
  /** Where the plan stands, e.g. "Đang soạn"; empty for one in force. */
  state: string
  isSample: boolean
  channels: readonly Channel[]
  areas: readonly Named[]
  targetGroups: readonly Named[]
  /** Names of units by id. */
  units: ReadonlyMap<string, string>
}

const words = {
  vi: {
    kind: 'KẾ HOẠCH',
    subject: (year: number) => `Tuyên truyền cải cách hành chính năm ${year}`,
    goals: 'Mục tiêu',
    groups: 'Đối tượng',
    contents: 'Nội dung tuyên truyền',
    basis: 'Văn bản căn cứ',
    channels: 'Hình thức tuyên truyền',
    money: 'Kinh phí',
    budget: (sum: string) => `Dự toán: ${sum} đồng.`,
    planned: (count: number, sum: string) =>
      `Các việc trong phụ lục: ${count} việc, tổng kinh phí dự kiến ${sum} đồng.`,
    duties: 'Tổ chức thực hiện',
    by: (day: string) => `chậm nhất ${day}`,
    unitPlans: (day: string) => `Các đơn vị gửi kế hoạch của mình chậm nhất ${day}.`,
    reports: 'Báo cáo',
    reportDays: { q1: 'Quý I', h1: '6 tháng', year: 'năm' },
    items: 'Các việc trong năm',
    heads: [
      'STT',
      'Việc',
      'Kênh',
      'Lĩnh vực',
      'Đối tượng',
      'Ở đâu',
      'Thời gian',
      'Số lượng',
      'Kinh phí (đồng)',
      'Chủ trì',
    ],
    sum: 'Cộng',
    whole: 'cả địa bàn',
    mark: 'Dữ liệu mẫu, không phải kế hoạch thật',
    authority: 'TM. ỦY BAN NHÂN DÂN',
    position: 'CHỦ TỊCH',
    filed: 'Lưu: VT',
  },
  en: {
    kind: 'PLAN',
    subject: (year: number) => `Information on administrative reform in ${year}`,
    goals: 'Goals',
    groups: 'Target groups',
    contents: 'Contents',
    basis: 'Legal texts',
    channels: 'Channels',
    money: 'Money',
    budget: (sum: string) => `Budget: ${sum} VND.`,
    planned: (count: number, sum: string) =>
      `Items in the annex: ${count}, planned cost ${sum} VND altogether.`,
    duties: 'Who does what',
    by: (day: string) => `by ${day}`,
    unitPlans: (day: string) => `The units send their own plans by ${day}.`,
    reports: 'Reports',
    reportDays: { q1: 'first quarter', h1: '6 months', year: 'year' },
    items: 'Work of the year',
    heads: [
      'No.',
      'What',
      'Channel',
      'Areas',
      'Target groups',
      'Where',
      'When',
      'How much',
      'Cost (VND)',
      'In charge',
    ],
    sum: 'Sum',
    whole: 'everywhere',
    mark: 'Sample data, not a real plan',
    authority: 'ON BEHALF OF THE PEOPLE’S COMMITTEE',
    position: 'CHAIRPERSON',
    filed: 'Filed: VT',
  },
}

/** The plan in the form of the office of `letterhead`. */
export function planReport(facts: PlanFacts, letterhead: Letterhead, language: Language): Report {
  const say = words[language]
  const { body, year, state, isSample } = facts
  return {
    language,
    letterhead: body.number ? { ...letterhead, number: body.number } : letterhead,
    kind: say.kind,
    subject: body.title || say.subject(year),
    addressees: [],
    blocks: numbered(textParts(facts, language)),
    annex: body.items.length > 0 ? [itemTable(facts, language)] : [],
    signature: { authority: say.authority, position: say.position, name: '' },
    recipients: [say.filed],
    mark: [state, isSample ? say.mark : ''].filter(Boolean).join(' · '),
  }
}

type Part = { head: string; blocks: Block[] }

/** Parts with something to say, numbered I, II, III. */
function numbered(parts: Part[]): Block[] {
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']
  return parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ head, blocks }, at) => [
      { type: 'heading' as const, level: 1 as const, text: `${roman[at]}. ${head}` },
      ...blocks,
    ])
}

const list = (items: string[]): Block[] => (items.length > 0 ? [{ type: 'list', items }] : [])
const lines = (texts: string[]): Block[] => texts.map((text) => ({ type: 'paragraph', text }))

function textParts({ body, channels, targetGroups, areas }: PlanFacts, language: Language): Part[] {
  const say = words[language]
  const money = (sum: number) => sum.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN')
  const names = namer(language)
  const { goals, contents, duties, budget, items, unitPlansDueOn } = body
  return [
    { head: say.goals, blocks: list(goals) },
    { head: say.groups, blocks: list(names.all(body.targetGroups, targetGroups)) },
    {
      head: say.contents,
      blocks: contents.flatMap(({ area, texts, legalTexts }, at): Block[] => [
        { type: 'heading', level: 2, text: `${at + 1}. ${names.one(area, areas)}` },
        ...list(texts),
        ...(legalTexts.length > 0 ? lines([`${say.basis}: ${legalTexts.join('; ')}.`]) : []),
      ]),
    },
    { head: say.channels, blocks: list(names.all(body.channels, channels)) },
    {
      head: say.money,
      blocks: lines([
        ...(budget === null ? [] : [say.budget(money(budget))]),
        ...(items.length > 0 ? [say.planned(items.length, money(plannedCost(items)))] : []),
      ]),
    },
    {
      head: say.duties,
      blocks: [
        ...list(
          duties.map(({ office, text, dueOn }) =>
            [`${office}: ${text}`, dueOn ? ` (${say.by(dayText(dueOn))})` : ''].join(''),
          ),
        ),
        ...(unitPlansDueOn ? lines([say.unitPlans(dayText(unitPlansDueOn))]) : []),
      ],
    },
    { head: say.reports, blocks: reportDays(body, language) },
  ]
}

function reportDays({ reportsDueOn }: PlanBody, language: Language): Block[] {
  const say = words[language]
  const days = (['q1', 'h1', 'year'] as const).flatMap((period) => {
    const day = reportsDueOn[period]
    return day ? [`${say.reportDays[period]}: ${say.by(dayText(day))}`] : []
  })
  return list(days)
}

function itemTable(facts: PlanFacts, language: Language): Block {
  const say = words[language]
  const shares = [0.04, 0.18, 0.11, 0.11, 0.09, 0.1, 0.08, 0.1, 0.09, 0.1]
  const { items } = facts.body
  const sum = plannedCost(items)
  const number = (value: number) => value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN')
  return {
    type: 'table',
    table: {
      caption: say.items,
      columns: say.heads.map((head, at) => ({ head, share: shares[at]!, isNumber: at === 8 })),
      rows: [
        ...items.map((item, at) => itemRow(item, at, facts, language)),
        ['', say.sum, '', '', '', '', '', '', { text: number(sum), value: sum }, ''],
      ],
    },
  }
}

function itemRow(item: PlanItem, at: number, facts: PlanFacts, language: Language) {
  const say = words[language]
  const names = namer(language)
  const { channels, areas, targetGroups, units } = facts
  const channel = channels.find(({ code }) => code === item.channel)
  const number = (value: number) => value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN')
  const amounts = (channel?.measures ?? [])
    .filter(({ code }) => item.amounts[code] !== undefined)
    .map(({ code, name }) => `${number(item.amounts[code]!)} ${inLanguage(name, language)}`)
  const where = [...item.where.map((id) => units.get(id) ?? id), item.place].filter(Boolean)
  return [
    String(at + 1),
    item.title,
    names.all(item.channel ? [item.channel] : [], channels).join(''),
    names.all(item.areas, areas).join('; '),
    names.all(item.targetGroups, targetGroups).join('; '),
    where.join('; ') || say.whole,
    monthText(item),
    amounts.join('; '),
    item.cost === null ? '' : { text: number(item.cost), value: item.cost },
    item.office,
  ]
}

/** Names of codes; a code that no list knows stands for itself. */
function namer(language: Language) {
  const one = (code: string, list: readonly Named[]) => {
    const found = list.find((entry) => entry.code === code)
    return found ? inLanguage(found.name, language) : code
  }
  return {
    one,
    all: (codes: readonly string[], list: readonly Named[]) => codes.map((code) => one(code, list)),
  }
}

const dayText = (day: string) => day.split('-').reverse().map(Number).join('/')

function monthText({ from, to }: PlanItem): string {
  const one = (month: string) => month && `${Number(month.slice(5))}/${month.slice(0, 4)}`
  return [...new Set([one(from), one(to)])].filter(Boolean).join(' – ')
}
