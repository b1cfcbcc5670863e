// The activities of a year as a table: one row each in its newest version, or every version with its reason.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { type Activity, mainMeasure, volumeOf } from '#lib/campaigns/activity'
import { listActivityVersions } from '#lib/db/activities'
import { type Row, type Table, wholeTable } from '#lib/exports/table'
import { type ActivityList, activityQuery, loadActivities } from '#lib/flows/load-activities'
import { inLanguage } from '#lib/surveys/local-text'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  ...activityQuery,
  /** 1: every version, withdrawn activities included. */
  history: z.enum(['', '1']).default(''),
  language: z.enum(['vi', 'en']).default('vi'),
})

/** Throws notAllowed, invalidInput. */
export async function exportActivities(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now: Date = new Date(),
): Promise<Table> {
  const { history, language, ...asked } = requireShape(shape, input)
  const list = await loadActivities(actor, { ...asked, hasWithdrawn: history === '1' }, now)
  const rows = history
    ? (await Promise.all(list.activities.map(({ unitId, id }) => listActivityVersions(unitId, id)))).flat()
    : list.activities
  const name = `${history ? 'activity-history' : 'activities'}-${list.year}-${list.period}`
  const describe = rowWriter(list, language)
  return wholeTable(
    name,
    language === 'vi' ? headsVi : headsEn,
    rows.map((one) => describe(one)),
  )
}

const headsVi = [
  'Mã đơn vị',
  'Đơn vị',
  'Mã hoạt động',
  'Bản',
  'Ngày đầu',
  'Ngày cuối',
  'Hình thức',
  'Tên hoạt động',
  'Nội dung',
  'Đối tượng',
  'Thôn',
  'Số lượng',
  'Đơn vị tính',
  'Khối lượng',
  'Chi tiết số lượng',
  'Kinh phí (đồng)',
  'Việc trong kế hoạch',
  'Đường dẫn',
  'Ghi chú',
  'Đã rút',
  'Lý do sửa',
  'Người ghi',
  'Ghi lúc',
]
const headsEn = [
  'Unit id',
  'Unit',
  'Activity id',
  'Version',
  'First day',
  'Last day',
  'Channel',
  'Title',
  'Areas',
  'Target groups',
  'Village',
  'Amount',
  'Counted in',
  'Volume',
  'All amounts',
  'Cost (VND)',
  'Plan item',
  'Link',
  'Note',
  'Withdrawn',
  'Reason of the correction',
  'Recorded by',
  'Recorded at',
]

function rowWriter({ units, vocabulary }: ActivityList, language: 'vi' | 'en') {
  const unitName = new Map(units.map((unit) => [unit.id, language === 'vi' ? unit.name : unit.nameEn]))
  const named = (all: readonly { code: string; name: { vi: string } }[], code: string) => {
    const found = all.find((one) => one.code === code)
    return found ? inLanguage(found.name, language) : code
  }
  return (one: Activity): Row => {
    const channel = vocabulary.channels.find(({ code }) => code === one.channel)
    const main = channel ? mainMeasure(channel) : null
    const measures = channel?.measures ?? []
    return [
      one.unitId,
      unitName.get(one.unitId) ?? one.unitId,
      one.id,
      one.version,
      one.startsOn,
      one.endsOn,
      named(vocabulary.channels, one.channel),
      one.title,
      one.areas.map((code) => named(vocabulary.areas, code)).join('; '),
      one.targetGroups.map((code) => named(vocabulary.targetGroups, code)).join('; '),
      one.village,
      main === null ? null : (one.amounts[main] ?? null),
      main === null ? '' : named(measures, main),
      channel ? volumeOf(channel, one.amounts) : null,
      Object.entries(one.amounts)
        .map(([code, amount]) => `${named(measures, code)}: ${amount}`)
        .join('; '),
      one.cost,
      one.planItem,
      one.link,
      one.note,
      one.isWithdrawn ? 1 : 0,
      one.reason,
      one.recordedByName,
      one.recordedAt.toISOString(),
    ]
  }
}
