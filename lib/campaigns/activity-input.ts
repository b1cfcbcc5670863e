// What somebody typed about an activity -> the activity, or every fault at its field. The phone form, the correction and the
// import of spreadsheets all go through here. The surprise: amounts of other channels than the chosen one are left aside, so
// that changing one's mind about the channel loses nothing and spoils nothing.
import { type Activity, type Amounts, mainMeasure } from '#lib/campaigns/activity'
import { readDay } from '#lib/campaigns/read-day'
import { readWhole } from '#lib/campaigns/read-whole'
import type { Channel } from '#lib/definitions/channels-file'
import type { Fault, Sentence } from '#lib/problem'

/** As typed: days in any usual writing, numbers with or without separators. */
export type TypedActivity = {
  planItem: string
  title: string
  channel: string
  areas: readonly string[]
  targetGroups: readonly string[]
  village: string
  startsOn: string
  /** Empty: the same day. */
  endsOn: string
  /** By measure. */
  amounts: Readonly<Record<string, string>>
  cost: string
  link: string
  note: string
}

/** What a person says of an activity; the rest of it is made by the server. */
export type ActivityFacts = Omit<
  Activity,
  'unitId' | 'id' | 'version' | 'isWithdrawn' | 'reason' | 'source' | 'recordedAt' | 'recordedByName'
>

/** What is known where the activity is recorded. */
export type ActivityBook = {
  channels: readonly Channel[]
  areas: readonly { code: string }[]
  targetGroups: readonly { code: string }[]
  /** Items of the unit's plans; a code means something in its year only. */
  planItems: readonly { year: number; code: string }[]
  /** The days on which the unit was there. */
  unit: { validFrom: string; validTo: string | null }
  today: string
}

const longest = { title: 200, village: 120, link: 500, note: 1000 } as const
/** More than a district ever spends or prints: most likely a slip of the keyboard. */
const mostMoney = 100_000_000_000
const mostOfAMeasure = 100_000_000

export function readActivity(
  typed: TypedActivity,
  book: ActivityBook,
): { facts: ActivityFacts } | { faults: Fault[] } {
  const faults: Fault[] = []
  const say = (question: string, { vi, en }: Sentence) =>
    void faults.push({ question, code: 'wrong_value', vi, en })
  const channel = book.channels.find(({ code }) => code === typed.channel)
  if (!channel) say('channel', noChannel)
  const areas = book.areas.map(({ code }) => code).filter((code) => typed.areas.includes(code))
  if (areas.length === 0) say('areas', noArea)
  const days = readDays(typed, book, say)
  const amounts = channel ? readAmounts(channel, typed.amounts, say) : {}
  const cost = typed.cost.trim() === '' ? 0 : readWhole(typed.cost)
  if (cost === null || cost > mostMoney) say('cost', noMoney(typed.cost))
  for (const field of ['title', 'village', 'link', 'note'] as const)
    if (typed[field].trim().length > longest[field]) say(field, tooLong(longest[field]))
  if (typed.link.trim() && !isWebAddress(typed.link.trim())) say('link', noAddress)
  if (typed.planItem && days.endsOn && !isPlanned(typed.planItem, days.endsOn, book)) say('planItem', noItem)
  if (faults.length > 0) return { faults }
  return {
    facts: {
      planItem: typed.planItem,
      title: typed.title.trim(),
      channel: typed.channel,
      areas,
      targetGroups: book.targetGroups
        .map(({ code }) => code)
        .filter((code) => typed.targetGroups.includes(code)),
      village: typed.village.trim(),
      ...days,
      amounts,
      cost: cost!,
      link: typed.link.trim(),
      note: typed.note.trim(),
    },
  }
}

type Say = (question: string, sentence: Sentence) => void

function readDays(typed: TypedActivity, { unit, today }: ActivityBook, say: Say) {
  const startsOn = readDay(typed.startsOn)
  const endsOn = typed.endsOn.trim() === '' ? startsOn : readDay(typed.endsOn)
  if (!startsOn) say('startsOn', noDay(typed.startsOn))
  if (!endsOn && startsOn) say('endsOn', noDay(typed.endsOn))
  if (startsOn && endsOn) {
    if (endsOn < startsOn) say('endsOn', endsBefore)
    if (endsOn > today) say('endsOn', notYet)
    if (startsOn < unit.validFrom || (unit.validTo !== null && endsOn > unit.validTo))
      say('startsOn', unitNotThere(unit))
  }
  return { startsOn: startsOn ?? '', endsOn: endsOn ?? '' }
}

function readAmounts(channel: Channel, typed: TypedActivity['amounts'], say: Say): Amounts {
  const main = mainMeasure(channel)
  const amounts: Record<string, number> = {}
  for (const { code, name } of channel.measures ?? []) {
    const text = typed[code]?.trim() ?? ''
    if (text === '' && code !== main) continue
    const amount = readWhole(text)
    if (amount === null || amount > mostOfAMeasure || (code === main && amount === 0))
      say(`amount.${code}`, code === main ? noMainAmount(name) : noAmount(name))
    else amounts[code] = amount
  }
  return amounts
}

/** An activity carries out an item of the plan of the year in which it ended. */
const isPlanned = (code: string, endsOn: string, { planItems }: ActivityBook) =>
  planItems.some((item) => item.code === code && endsOn.startsWith(String(item.year)))

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}

const noChannel: Sentence = {
  vi: 'Hãy chọn hình thức tuyên truyền.',
  en: 'Choose the channel.',
}
const noArea: Sentence = {
  vi: 'Hãy chọn ít nhất một nội dung (lĩnh vực).',
  en: 'Choose at least one content area.',
}
const noDay = (text: string): Sentence =>
  text.trim() === ''
    ? { vi: 'Thiếu ngày. Hãy ghi như 05/03/2024.', en: 'The day is missing. Write it like 05/03/2024.' }
    : {
        vi: `“${text}” không phải là ngày. Hãy ghi ngày/tháng/năm như 05/03/2024.`,
        en: `“${text}” is no day. Write day/month/year like 05/03/2024.`,
      }
const endsBefore: Sentence = {
  vi: 'Ngày cuối phải bằng hoặc sau ngày đầu.',
  en: 'The last day must not be before the first.',
}
const notYet: Sentence = {
  vi: 'Ngày cuối chưa tới. Chỉ ghi việc đã làm; việc sắp làm thuộc kế hoạch.',
  en: 'The last day is still to come. Record what was done; what will be done belongs to the plan.',
}
const unitNotThere = ({ validFrom, validTo }: ActivityBook['unit']): Sentence => ({
  vi: `Đơn vị này chỉ có từ ${written(validFrom)}${validTo ? ` đến ${written(validTo)}` : ''}. Hãy xem lại ngày hoặc đơn vị.`,
  en: `This unit is there from ${written(validFrom)}${validTo ? ` to ${written(validTo)}` : ''} only. Check the days or the unit.`,
})
const noMoney = (text: string): Sentence => ({
  vi: `Kinh phí “${text}” phải là số đồng, ví dụ 1.500.000; không tốn thì để trống hoặc ghi 0.`,
  en: `The cost “${text}” must be a number of VND, e.g. 1,500,000; leave it empty or 0 when it cost nothing.`,
})
const noMainAmount = (name: Channel['name']): Sentence => ({
  vi: `Thiếu số ${name.vi}. Hãy ghi một số lớn hơn 0.`,
  en: `The number of ${name.en} is missing. Enter a number above 0.`,
})
const noAmount = (name: Channel['name']): Sentence => ({
  vi: `Số ${name.vi} phải là số nguyên; chưa biết thì để trống.`,
  en: `The number of ${name.en} must be whole; leave it empty when it is not known.`,
})
const tooLong = (limit: number): Sentence => ({
  vi: `Tối đa ${limit} ký tự. Hãy rút gọn.`,
  en: `At most ${limit} characters. Shorten it.`,
})
const noAddress: Sentence = {
  vi: 'Đường dẫn phải bắt đầu bằng https:// (hoặc http://).',
  en: 'The link must begin with https:// (or http://).',
}
const noItem: Sentence = {
  vi: 'Việc này không có trong kế hoạch năm đó của đơn vị. Hãy chọn lại hoặc để trống.',
  en: 'There is no such item in the unit’s plan of that year. Choose again or leave it empty.',
}

const written = (day: string) => day.split('-').reverse().join('/')
