// A unit's report on a period as its page shows it: the words, the figures as they are now, and everything handed in so far.
import type { z } from 'zod'
import { allow, isAllowed, type MaybeActor } from '#lib/access'
import { type Lateness, latenessOf } from '#lib/campaigns/lateness'
import type { PeriodFacts } from '#lib/campaigns/period-facts'
import { type ReportDocument, type ReportWords, reportWords } from '#lib/campaigns/period-report'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import {
  findPeriodReport,
  findReportDocument,
  listReportEvents,
  type ReportLogLine,
  type ReportRow,
} from '#lib/db/period-reports'
import { findReportPlace, reportPlace } from '#lib/flows/find-report-place'
import { gatherPeriodFacts } from '#lib/flows/gather-period-facts'
import { isAbove } from '#lib/flows/open-round-sheet'
import { requireShape } from '#lib/user-input'

export type LoadedPeriodReport = Lateness & {
  report: Omit<ReportRow, 'words'> & { words: ReportWords }
  /** Of the newest submission while it stands, else as of now. */
  facts: PeriodFacts
  /** As handed in last; null before that. */
  document: ReportDocument | null
  dueOn: string | null
  log: ReportLogLine[]
  lastSignature: { position: string; name: string }
  mayWrite: boolean
  maySettle: boolean
}

/** Throws notFound, notAllowed. */
export async function loadPeriodReport(
  actor: MaybeActor,
  input: z.input<typeof reportPlace>,
  now = new Date(),
): Promise<LoadedPeriodReport> {
  const reader = allow(actor, 'period-reports.read', input.unit)
  const { unit, year, period } = requireShape(reportPlace, input)
  const opened = await findReportPlace({ unit, year, period })
  const place = { unitId: unit, year, period }
  const [report, log, last] = await Promise.all([
    findPeriodReport(place),
    listReportEvents(place),
    findReportDocument(place),
  ])
  const isHandedIn = report.step === 'submitted' || report.step === 'accepted'
  const facts =
    isHandedIn && last ? last.document.facts : await gatherPeriodFacts(reader, opened, { year, period }, now)
  const first = log.find(({ kind }) => kind === 'submit')
  const document = last?.document ?? null
  const { position = '', name = '' } = document?.signature ?? {}
  return {
    report: { ...report, words: reportWords.parse(report.words) },
    facts,
    document,
    dueOn: opened.dueOn,
    ...latenessOf(opened.dueOn, first ? dayInVietNam(first.at) : null, dayInVietNam(now)),
    log,
    lastSignature: { position, name },
    mayWrite: isAllowed(reader, 'period-reports.write', unit),
    maySettle: isAllowed(reader, 'period-reports.settle') && (await isAbove(reader, unit)),
  }
}
