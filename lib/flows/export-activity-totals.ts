// Totals of activities as a table, as the page of totals shows them, and the table beside the map of tiles.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import type { ActivityTotal, TotalDimension } from '#lib/campaigns/activity-totals'
import { type Row, type Table, wholeTable } from '#lib/exports/table'
import { type ActivitySummary, type SummaryAsk, summariseActivities } from '#lib/flows/summarise-activities'
import { inLanguage } from '#lib/surveys/local-text'
import { requireShape } from '#lib/user-input'

const languageShape = z.object({ language: z.enum(['vi', 'en']).default('vi') })

/** Throws notAllowed, invalidInput. */
export async function exportActivityTotals(
  actor: MaybeActor,
  input: SummaryAsk & { language?: 'vi' | 'en' },
  now: Date = new Date(),
): Promise<Table> {
  const { language } = requireShape(languageShape, input)
  const summary = await summariseActivities(actor, input, now)
  const { by, rows, year, period } = summary
  const words = language === 'vi' ? wordsVi : wordsEn
  return wholeTable(
    `activity-totals-${year}-${period}`,
    [...by.map((dimension) => words.dimensions[dimension]), ...words.columns],
    rows.map((row) => [
      ...by.map((dimension) => placeName(summary, dimension, row, language)),
      ...figuresOf(summary, row, language),
    ]),
  )
}

function figuresOf(
  { vocabulary }: ActivitySummary,
  { activities, output, volume, cost, place }: ActivityTotal,
  language: 'vi' | 'en',
): Row {
  const measures = vocabulary.channels.find(({ code }) => code === place.channel)?.measures ?? []
  const name = measures.find(({ code }) => code === output?.measure)?.name
  return [
    activities,
    output?.amount ?? null,
    name ? inLanguage(name, language) : (output?.measure ?? ''),
    volume?.amount ?? null,
    volume?.activities ?? null,
    cost,
    output?.costPerUnit ?? null,
    volume?.costPerUnit ?? null,
  ]
}

/** The name of a place in a language: a unit, a channel, an area; quarters and months stand for themselves. */
export function placeName(
  { units, vocabulary }: Pick<ActivitySummary, 'units' | 'vocabulary'>,
  dimension: TotalDimension,
  { place }: ActivityTotal,
  language: 'vi' | 'en',
): string {
  const code = place[dimension] ?? ''
  if (dimension === 'unit') {
    const unit = units.find(({ id }) => id === code)
    return (language === 'vi' ? unit?.name : unit?.nameEn) ?? code
  }
  const lists = {
    channel: vocabulary.channels,
    area: vocabulary.areas,
    targetGroup: vocabulary.targetGroups,
  }
  if (dimension === 'quarter' || dimension === 'month') return code
  const found: { name: { vi: string; en: string } } | undefined = lists[dimension].find(
    (one) => one.code === code,
  )
  return found ? inLanguage(found.name, language) : code || '–'
}

const wordsVi = {
  dimensions: {
    unit: 'Đơn vị',
    channel: 'Hình thức',
    area: 'Nội dung',
    targetGroup: 'Đối tượng',
    quarter: 'Quý',
    month: 'Tháng',
  },
  columns: [
    'Số hoạt động',
    'Số lượng',
    'Đơn vị tính',
    'Khối lượng (tích các thừa số)',
    'Số hoạt động biết khối lượng',
    'Kinh phí (đồng)',
    'Đồng cho một đơn vị số lượng',
    'Đồng cho một đơn vị khối lượng',
  ],
}
const wordsEn: typeof wordsVi = {
  dimensions: {
    unit: 'Unit',
    channel: 'Channel',
    area: 'Area',
    targetGroup: 'Target group',
    quarter: 'Quarter',
    month: 'Month',
  },
  columns: [
    'Activities',
    'Amount',
    'Counted in',
    'Volume (product of the factors)',
    'Activities of known volume',
    'Cost (VND)',
    'VND for one unit of amount',
    'VND for one unit of volume',
  ],
}
