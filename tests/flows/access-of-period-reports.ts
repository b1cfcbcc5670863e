// Who may do what with reports on a period: the lines of access-table.ts about them.
import { listPeriodReports } from '#lib/flows/list-period-reports'
import { loadPeriodReport } from '#lib/flows/load-period-report'
import { reportPeriod } from '#lib/flows/report-period'
import { saveReportWords } from '#lib/flows/save-report-words'
import { settlePeriodReport } from '#lib/flows/settle-period-report'
import { submitPeriodReport } from '#lib/flows/submit-period-report'
import { ownUnit } from '../support/access-scene'
import { elsewhere, type Line, officers, readers, scorers, signedIn } from './access-line'

const place = { unit: ownUnit, year: 2024, period: 'q1' as const }
const signature = { position: 'Chủ tịch', name: 'Người ký' }

/** A report that nobody has touched: every request gets a year of its own. */
let lastYear = 2009
const fresh = () => {
  lastYear = lastYear === 2025 ? 2010 : lastYear + 1
  return { ...place, year: lastYear, seen: 0 }
}

export const accessOfPeriodReports: Record<string, Line> = {
  'list-period-reports': {
    may: signedIn,
    blind: elsewhere,
    run: (actor) => listPeriodReports(actor, { year: 2024 }),
  },
  'load-period-report': { may: readers, run: (actor) => loadPeriodReport(actor, place) },
  'report-period': { may: readers, sensitiveRead: readers, run: (actor) => reportPeriod(actor, place) },
  'save-report-words': { may: scorers, run: (actor) => saveReportWords(actor, fresh()) },
  'submit-period-report': {
    may: scorers,
    run: (actor) => submitPeriodReport(actor, { ...fresh(), ...signature }),
  },
  'settle-period-report': {
    may: officers,
    run: async (actor, { admin }) => {
      const report = fresh()
      const seen = await submitPeriodReport(admin, { ...report, ...signature })
      return settlePeriodReport(actor, { ...report, seen, decision: 'accept' })
    },
  },
}
