// Which reports can be had: the name in the URL and the flow behind it. A new report is a flow and its line here.
import type { MaybeActor } from '#lib/access'
import { reportPeriod } from '#lib/flows/report-period'
import { reportPlan } from '#lib/flows/report-plan'
import { reportResults } from '#lib/flows/report-results'
import { reportRound } from '#lib/flows/report-round'
import { problems } from '#lib/problem'
import { fillPaper } from '#lib/reports/fill-paper'
import type { Report } from '#lib/reports/report'

// Each flow checks the shape of what it gets; the query of a URL may hold anything.
type ReportFlow = (actor: MaybeActor, query: never) => Promise<Report>

const reportFlows: ReadonlyMap<string, ReportFlow> = new Map<string, ReportFlow>([
  ['plan', reportPlan],
  ['results', reportResults],
  ['round', reportRound],
  ['period', reportPeriod],
])

/** The report of that name with what the office wrote into its form. Throws notFound, and what the flow throws. */
export async function makeReport(
  actor: MaybeActor,
  what: string,
  query: Record<string, string>,
): Promise<Report> {
  const flow = reportFlows.get(what)
  if (!flow) throw problems.notFound({ what: 'báo cáo', id: what })
  return fillPaper(await flow(actor, query as never), query)
}
