// The rows of a spreadsheet -> activities, with every fault at its row and field. What a cell means is looked up among codes
// and names; what could mean two things is named instead of guessed.
import { mainMeasure } from '#lib/campaigns/activity'
import type { ActivityColumn, ActivityMapping } from '#lib/campaigns/activity-columns'
import { type ActivityFacts, readActivity, type TypedActivity } from '#lib/campaigns/activity-input'
import type { FilledBook } from '#lib/campaigns/filled-book'
import { readDay } from '#lib/campaigns/read-day'
import { foldName } from '#lib/contacts/fold-name'
import { cellText } from '#lib/imports/cell-text'
import type { ImportFault } from '#lib/imports/import-preview'
import type { Rows } from '#lib/imports/read-rows'
import { type UnitFinder, unitFinder } from '#lib/imports/unit-finder'
import type { Sentence } from '#lib/problem'

/** `row` counts from 1 as spreadsheets do; the head is row 1. */
export type ReadActivity = ActivityFacts & { row: number; unitId: string }
export type ActivityRowFault = ImportFault<ActivityColumn>

type Unit = { id: string; code: string; name: string; nameEn: string }
type Words = Pick<FilledBook, 'channels' | 'areas' | 'targetGroups'>

const longestTable = 5000

/** `units` are those the officer may write to, `books` what is known of each; `defaultUnit` is for rows that name none. */
export function readActivities(
  rows: Rows,
  mapping: ActivityMapping,
  books: ReadonlyMap<string, FilledBook>,
  units: readonly Unit[],
  defaultUnit: string,
  words: Words,
): { activities: ReadActivity[]; faults: ActivityRowFault[] } {
  const activities: ReadActivity[] = []
  const faults: ActivityRowFault[] = []
  const findUnit = findersByDay(units, books)
  for (const [index, cells] of rows.entries()) {
    const row = index + 1
    if (index === 0 || cells.every((cell) => cell === null || String(cell).trim() === '')) continue
    if (activities.length >= longestTable)
      return { activities, faults: [...faults, { row, field: 'row', ...tooMany }] }
    const text = (column: ActivityColumn) => cellText(cells, mapping[column])
    const unitId = text('unit') ? findUnit(text('unit'), readDay(text('startsOn'))) : defaultUnit
    const book = unitId ? books.get(unitId) : undefined
    const { typed, faults: unknown } = typedOf(text, words, mapping)
    const here: Omit<ActivityRowFault, 'row'>[] = unknown
    if (!unitId || !book)
      here.unshift({ field: 'unit', ...(text('unit') ? noSuchUnit(text('unit')) : noUnit) })
    else {
      const read = readActivity(typed, book)
      const named = new Set(unknown.map(({ field }) => field))
      if ('faults' in read)
        for (const { question, vi, en } of read.faults) {
          const field = columnOf(question, mapping)
          if (!named.has(field)) here.push({ field, vi, en })
        }
      else if (here.length === 0) activities.push({ ...read.facts, row, unitId })
    }
    faults.push(...here.map((fault) => ({ ...fault, row })))
  }
  return { activities, faults }
}

/** Names and codes come back with another meaning: a row means the unit that was there on its first day. */
function findersByDay(units: readonly Unit[], books: ReadonlyMap<string, FilledBook>) {
  const finders = new Map<string, UnitFinder>()
  return (text: string, day: string | null): string | null => {
    const wasThere = ({ id }: Unit) => {
      const span = books.get(id)?.unit
      if (!span || !day) return true
      return span.validFrom <= day && (span.validTo === null || span.validTo >= day)
    }
    const there = units.filter(wasThere)
    const key = there.map(({ id }) => id).join(' ')
    const finder = finders.get(key) ?? unitFinder(there)
    finders.set(key, finder)
    return finder(text)
  }
}

/** Faults of amounts are said at the column that the officer sees: of the measure, or the one of all main amounts. */
function columnOf(question: string, mapping: ActivityMapping): ActivityColumn {
  if (!question.startsWith('amount.')) return question as ActivityColumn
  const own = `measure.${question.slice('amount.'.length)}` as const
  return mapping[own] === undefined ? 'amount' : own
}

function typedOf(text: (column: ActivityColumn) => string, words: Words, mapping: ActivityMapping) {
  const faults: Omit<ActivityRowFault, 'row'>[] = []
  const channel = findCode(text('channel'), words.channels)
  if (!channel && text('channel'))
    faults.push({ field: 'channel', ...noSuch(text('channel'), words.channels) })
  const areas = findCodes(text('areas'), words.areas)
  if (areas.unknown) faults.push({ field: 'areas', ...noSuch(areas.unknown, words.areas) })
  const groups = findCodes(text('targetGroups'), words.targetGroups)
  if (groups.unknown) faults.push({ field: 'targetGroups', ...noSuch(groups.unknown, words.targetGroups) })
  const amounts: Record<string, string> = {}
  for (const column of Object.keys(mapping) as ActivityColumn[])
    if (column.startsWith('measure.')) amounts[column.slice('measure.'.length)] = text(column)
  const found = words.channels.find(({ code }) => code === channel)
  const main = found ? mainMeasure(found) : null
  if (main && text('amount') && !amounts[main]) amounts[main] = text('amount')
  const typed: TypedActivity = {
    planItem: text('planItem'),
    title: text('title'),
    channel: channel ?? '',
    areas: areas.codes,
    targetGroups: groups.codes,
    village: text('village'),
    startsOn: text('startsOn'),
    endsOn: text('endsOn'),
    amounts,
    cost: text('cost'),
    link: text('link'),
    note: text('note'),
  }
  return { typed, faults }
}

type Named = {
  code: string
  name: { vi: string; en: string }
  short?: { vi: string; en: string } | undefined
}

/** One of a list by its code, its number in the list, its name or a part of the name that no other one has; else null. */
function findCode(text: string, all: readonly Named[]): string | null {
  const plain = foldName(text)
  if (plain === '') return null
  const number = /^\d+$/.test(plain) ? all[Number(plain) - 1] : undefined
  if (number) return number.code
  const exact = all.find((one) => [foldName(one.code), ...partsOf(one)].includes(plain))
  if (exact) return exact.code
  const alike = all.filter((one) => partsOf(one).some((part) => ` ${part} `.includes(` ${plain} `)))
  return alike.length === 1 ? alike[0]!.code : null
}

function findCodes(text: string, all: readonly Named[]): { codes: string[]; unknown: string | null } {
  if (text === '') return { codes: [], unknown: null }
  const whole = findCode(text, all)
  if (whole) return { codes: [whole], unknown: null }
  for (const mark of [/[;\n+]/, /[;\n+,]/]) {
    const parts = text
      .split(mark)
      .map((part) => part.trim())
      .filter(Boolean)
    const codes = parts.map((part) => findCode(part, all))
    const missing = codes.indexOf(null)
    if (missing < 0) return { codes: codes as string[], unknown: null }
    if (mark.source.includes(',')) return { codes: [], unknown: parts[missing]! }
  }
  return { codes: [], unknown: text }
}

/** Whole names and what stands between their commas, without accents. */
const partsOf = ({ name, short }: Named) =>
  [name, ...(short ? [short] : [])]
    .flatMap(({ vi, en }) => [vi, en])
    .flatMap((one) => [one, ...one.split(',')])
    .map(foldName)
    .filter(Boolean)

const noSuch = (text: string, all: readonly Named[]): Sentence => ({
  vi: `không rõ “${text}” là gì. Hãy ghi một trong: ${all.map(({ name }) => name.vi).join('; ')}.`,
  en: `it is not clear what “${text}” means. Write one of: ${all.map(({ name }) => name.en).join('; ')}.`,
})
const noUnit: Sentence = {
  vi: 'thiếu đơn vị. Hãy điền tên hoặc mã đơn vị, hoặc chọn một đơn vị cho cả tệp.',
  en: 'the unit is missing. Fill in its name or code, or choose one unit for the whole file.',
}
const noSuchUnit = (text: string): Sentence => ({
  vi: `không tìm thấy đơn vị “${text}” trong các đơn vị bạn phụ trách.`,
  en: `there is no unit “${text}” among those you look after.`,
})
const tooMany: Sentence = {
  vi: `bảng dài quá ${longestTable.toLocaleString('vi')} dòng. Hãy chia thành nhiều tệp.`,
  en: `the table has more than ${longestTable.toLocaleString('en')} rows. Split it into several files.`,
}
