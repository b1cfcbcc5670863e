// Which rows of a table are recorded already, or stand in it twice. The same unit, channel, days, place, areas, amounts and
// money is one activity and is refused; the same unit, channel and days may be two, so it only warns.
import type { ActivityFacts } from '#lib/campaigns/activity-input'
import type { ActivityRowFault } from '#lib/campaigns/read-activities'
import { foldName } from '#lib/contacts/fold-name'
import type { Sentence } from '#lib/problem'

type Compared = Omit<ActivityFacts, 'planItem' | 'link' | 'note'> & { unitId: string }

/** Rows are compared in order, first with what is recorded. */
export function findRepeatedActivities(
  rows: readonly (Compared & { row: number })[],
  recorded: readonly Compared[],
): { refused: ActivityRowFault[]; warned: ActivityRowFault[] } {
  const refused: ActivityRowFault[] = []
  const warned: ActivityRowFault[] = []
  /** Row of the first; 0: recorded already. */
  const same = new Map<string, number>()
  const alike = new Map<string, number>()
  for (const one of recorded) {
    same.set(wholeKey(one), 0)
    alike.set(looseKey(one), 0)
  }
  for (const one of rows) {
    const [first, similar] = [same.get(wholeKey(one)), alike.get(looseKey(one))]
    if (first !== undefined) refused.push({ row: one.row, field: 'row', ...isThere(first) })
    else if (similar !== undefined) warned.push({ row: one.row, field: 'row', ...mayBeThere(similar) })
    if (first === undefined) same.set(wholeKey(one), one.row)
    if (similar === undefined) alike.set(looseKey(one), one.row)
  }
  return { refused, warned }
}

const looseKey = ({ unitId, channel, startsOn, endsOn }: Compared) =>
  [unitId, channel, startsOn, endsOn].join(' ')

const wholeKey = (one: Compared) =>
  JSON.stringify([
    looseKey(one),
    foldName(one.village),
    foldName(one.title),
    one.areas.toSorted(),
    Object.entries(one.amounts).sort(([a], [b]) => (a < b ? -1 : 1)),
    one.cost,
  ])

const isThere = (row: number): Sentence =>
  row === 0
    ? {
        vi: 'hoạt động này đã được ghi. Hãy xóa dòng thừa, hoặc sửa hoạt động đã ghi.',
        en: 'this activity is recorded already. Delete the row, or correct what is recorded.',
      }
    : {
        vi: `trùng với dòng ${row}. Hãy xóa một dòng.`,
        en: `is the same as row ${row}. Delete one of them.`,
      }

const mayBeThere = (row: number): Sentence =>
  row === 0
    ? {
        vi: 'đơn vị đã có hoạt động cùng hình thức, cùng ngày. Hãy xem có phải ghi hai lần không.',
        en: 'the unit has an activity of this channel on the same days. See whether it is the same one.',
      }
    : {
        vi: `cùng đơn vị, hình thức và ngày với dòng ${row}. Hãy xem có phải ghi hai lần không.`,
        en: `has the unit, channel and days of row ${row}. See whether it is the same one.`,
      }
