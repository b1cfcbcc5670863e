// Sample reports on the periods of 2024, written through the same record as real ones: Quý I handed in by all but one
// commune, one of them late, one sent back and handed in again; 6 months partly in; the year still open.
import type { Actor } from '#lib/access'
import { type Period, periodDays } from '#lib/campaigns/period'
import { type ReportEvent, stepAfter } from '#lib/campaigns/period-report'
import { suggestWords } from '#lib/campaigns/suggest-words'
import { recordReportEvent } from '#lib/db/period-reports'
import { findReportPlace } from '#lib/flows/find-report-place'
import { gatherPeriodFacts } from '#lib/flows/gather-period-facts'
import { communes } from './communes'

const year = 2024
const district = '587-1'
const silent = '22912-1' // hands in nothing
const late = '22888-1'
const mended = '22894-1' // sent back once

/** `officer` writes and settles all of them. */
export async function storeSamplePeriodReports(officer: Actor): Promise<void> {
  const reporting = communes.map(({ unitId }) => unitId).filter((id) => id !== silent)
  for (const unit of reporting)
    await storeReport(officer, unit, 'q1', unit === late ? '2024-03-29' : '2024-03-14')
  await storeReport(officer, district, 'q1', '2024-04-02')
  for (const unit of reporting.slice(0, 5)) await storeReport(officer, unit, 'h1', '2024-06-14')
}

async function storeReport(officer: Actor, unit: string, period: Period, day: string): Promise<void> {
  const at = new Date(`${day}T09:00:00+07:00`)
  const place = await findReportPlace({ unit, year, period })
  const { to } = periodDays(year, period, place.isCumulative)
  const facts = await gatherPeriodFacts(officer, place, { year, period }, new Date(day < to ? day : to))
  const words = suggestWords(facts)
  const signature = { number: '', position: 'Chủ tịch', name: 'Người ký (mẫu)' }
  const submit: ReportEvent = { kind: 'submit', words, document: { facts, words, signature, day } }
  const sendBack: ReportEvent = { kind: 'return', comment: 'Ghi rõ số tờ rơi đã phát ở từng thôn.' }
  const accept: ReportEvent = { kind: 'accept', comment: '' }
  const events =
    unit === mended ? [submit, sendBack, submit, accept] : unit === district ? [submit] : [submit, accept]
  for (const [i, event] of events.entries())
    await recordReportEvent(
      officer,
      { unitId: unit, year, period },
      async ({ step }) => ({ event, step: stepAfter(step, event.kind)! }),
      { at: new Date(at.getTime() + i * 86_400_000), isSample: true },
    )
}
