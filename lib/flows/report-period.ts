// The report on a period, ready for a writer: the document as it was handed in, or the draft, which says that it is one.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertReadEvent } from '#lib/db/audit'
import { findReportDocument } from '#lib/db/period-reports'
import { reportPlace } from '#lib/flows/find-report-place'
import { loadPeriodReport } from '#lib/flows/load-period-report'
import { problems } from '#lib/problem'
import { periodReport } from '#lib/reports/period-report'
import type { Report } from '#lib/reports/report'
import { requireShape } from '#lib/user-input'

const shape = reportPlace.extend({
  /** Number of a submission; without it the report as it stands. */
  submission: z.coerce.number().int().min(1).optional(),
  language: z.enum(['vi', 'en']).default('vi'),
})

/** Throws notFound for an unknown unit or submission, notAllowed. */
export async function reportPeriod(actor: MaybeActor, input: z.input<typeof shape>): Promise<Report> {
  const reader = allow(actor, 'period-reports.read', input.unit)
  const { submission, language, ...place } = requireShape(shape, input)
  const loaded = await loadPeriodReport(actor, place)
  const { unit: unitId, year, period } = place
  const isOpen = loaded.report.step === 'draft' || loaded.report.step === 'returned'
  const found = submission || !isOpen ? await findReportDocument({ unitId, year, period }, submission) : null
  if (submission && !found) throw problems.notFound({ what: 'bản báo cáo đã nộp', id: String(submission) })
  await insertReadEvent(reader, { action: 'report-period', unitId, subject: `${period} ${year}` })
  const { isSample, words } = loaded.report
  if (found) return periodReport(found.document, language, { isDraft: false, isSample })
  const draft = {
    facts: loaded.facts,
    words,
    signature: { number: '', position: '', name: '' },
    day: dayInVietNam(),
  }
  return periodReport(draft, language, { isDraft: true, isSample })
}
