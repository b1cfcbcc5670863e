// What is wrong with a plan, each fault with its place and how to mend it. A draft may lack anything but must not name what
// does not exist; a plan that is handed in or issued must be whole.
import { mainMeasure } from '#lib/campaigns/activity'
import type { PlanBody, PlanItem } from '#lib/campaigns/plan-body'
import type { Channel } from '#lib/definitions/channels-file'
import type { Fault } from '#lib/problem'

/** What a plan may name. */
export type PlanTerms = {
  channels: readonly Channel[]
  areas: readonly { code: string }[]
  targetGroups: readonly { code: string }[]
  /** Ids of the units below the one whose plan it is. */
  unitIds: readonly string[]
}

/** Names that no file and no unit has; none for a plan made with the page. */
export function unknownTerms(body: PlanBody, terms: PlanTerms): Fault[] {
  const codes = (list: readonly { code: string }[]) => new Set(list.map(({ code }) => code))
  const [channels, areas, groups] = [codes(terms.channels), codes(terms.areas), codes(terms.targetGroups)]
  const units = new Set(terms.unitIds)
  const missing = (place: string, values: readonly string[], known: ReadonlySet<string>) =>
    values.filter((value) => !known.has(value)).map((value) => unknownFault(place, value))
  return [
    ...missing('channels', body.channels, channels),
    ...missing('targetGroups', body.targetGroups, groups),
    ...body.contents.flatMap(({ area }, at) => missing(`contents.${at}.area`, [area], areas)),
    ...body.items.flatMap((item, at) => [
      ...missing(`items.${at}.channel`, item.channel ? [item.channel] : [], channels),
      ...missing(`items.${at}.areas`, item.areas, areas),
      ...missing(`items.${at}.targetGroups`, item.targetGroups, groups),
      ...missing(`items.${at}.where`, item.where, units),
      ...missing(`items.${at}.amounts`, Object.keys(item.amounts), measuresOf(item, terms)),
    ]),
    ...repeatedCodes(body.items),
  ]
}

const measuresOf = (item: PlanItem, { channels }: PlanTerms) =>
  new Set(
    channels.find(({ code }) => code === item.channel)?.measures?.map(({ code }) => code) ??
      Object.keys(item.amounts),
  )

const unknownFault = (question: string, value: string): Fault => ({
  question,
  code: 'unknown_term',
  vi: `Không có “${value}” trong danh mục. Hãy chọn lại.`,
  en: `“${value}” is in no list. Choose again.`,
})

function repeatedCodes(items: readonly PlanItem[]): Fault[] {
  return items.flatMap(({ code }, at) => {
    if (items.findIndex((other) => other.code === code) === at) return []
    const vi = `Mã việc “${code}” bị trùng.`
    return [
      {
        question: `items.${at}.code`,
        code: 'repeated_code',
        vi,
        en: `The item code “${code}” is used twice.`,
      },
    ]
  })
}

/** What a unit's plan lacks before it may be handed in. */
export function unfinishedPlan(body: PlanBody, year: number, terms: PlanTerms): Fault[] {
  const none = body.items.length === 0
  return [
    ...(none
      ? [
          fault(
            'items',
            'Kế hoạch chưa có việc nào. Hãy thêm ít nhất một việc.',
            'The plan has no item yet. Add at least one.',
          ),
        ]
      : []),
    ...body.items.flatMap((item, at) => unfinishedItem(item, at, year, terms)),
  ]
}

/** What the district's plan lacks before it may be issued: units below plan by its contents and its day. */
export function unfinishedIssue(body: PlanBody, year: number, terms: PlanTerms): Fault[] {
  const empty = body.contents.flatMap(({ texts }, at) =>
    texts.some((text) => text !== '')
      ? []
      : [
          fault(
            `contents.${at}.texts`,
            `Nội dung ${at + 1}: hãy ghi cần tuyên truyền điều gì.`,
            `Content ${at + 1}: say what is to be made known.`,
          ),
        ],
  )
  return [
    ...(body.title === '' ? [fault('title', 'Hãy nhập tên kế hoạch.', 'Enter the title of the plan.')] : []),
    ...(body.contents.length === 0
      ? [
          fault(
            'contents',
            'Hãy thêm ít nhất một nội dung tuyên truyền.',
            'Add at least one content to be made known.',
          ),
        ]
      : []),
    ...empty,
    ...(body.unitPlansDueOn === null
      ? [
          fault(
            'unitPlansDueOn',
            'Hãy chọn ngày các xã phải gửi kế hoạch.',
            'Choose the day by which communes send their plans.',
          ),
        ]
      : []),
    ...body.items.flatMap((item, at) => unfinishedItem(item, at, year, terms)),
  ]
}

function unfinishedItem(item: PlanItem, at: number, year: number, { channels }: PlanTerms): Fault[] {
  const lead = item.title === '' ? { vi: `Việc ${at + 1}`, en: `Item ${at + 1}` } : quoted(item.title, at)
  const lacks = (isLacking: boolean, part: string, vi: string, en: string) =>
    isLacking ? [fault(`items.${at}.${part}`, `${lead.vi}: ${vi}`, `${lead.en}: ${en}`)] : []
  const channel = channels.find(({ code }) => code === item.channel)
  const main = channel && mainMeasure(channel)
  const isOutside = [item.from, item.to].some((month) => month !== '' && !month.startsWith(`${year}-`))
  return [
    ...lacks(item.title === '', 'title', 'hãy ghi làm việc gì.', 'say what is done.'),
    ...lacks(item.channel === '', 'channel', 'hãy chọn kênh.', 'choose the channel.'),
    ...lacks(item.areas.length === 0, 'areas', 'hãy chọn ít nhất một lĩnh vực.', 'choose at least one area.'),
    ...lacks(
      item.from === '' || item.to === '',
      'from',
      'hãy chọn tháng bắt đầu và tháng kết thúc.',
      'choose the first and the last month.',
    ),
    ...lacks(
      item.from !== '' && item.to !== '' && item.to < item.from,
      'to',
      'tháng kết thúc trước tháng bắt đầu.',
      'the last month is before the first.',
    ),
    ...lacks(isOutside, 'from', `các tháng phải thuộc năm ${year}.`, `the months must lie in ${year}.`),
    ...lacks(
      Boolean(main) && item.amounts[main!] === undefined,
      'amounts',
      `hãy ghi số ${channel?.output.vi ?? ''} dự kiến.`,
      `give the planned number of ${channel?.output.en ?? ''}.`,
    ),
    ...lacks(
      item.cost === null,
      'cost',
      'hãy ghi kinh phí (0 nếu không tốn tiền).',
      'give the cost (0 when it costs nothing).',
    ),
    ...lacks(item.office === '', 'office', 'hãy ghi ai chủ trì.', 'say who is in charge.'),
  ]
}

const quoted = (title: string, at: number) => ({
  vi: `Việc ${at + 1} “${title}”`,
  en: `Item ${at + 1} “${title}”`,
})

const fault = (question: string, vi: string, en: string): Fault => ({ question, code: 'unfinished', vi, en })
