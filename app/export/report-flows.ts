// Which reports can be had: the name in the URL and the flow behind it. A new report is a flow and its line here.
import type { MaybeActor } from '#lib/access'
import { reportResults } from '#lib/flows/report-results'
import { reportRound } from '#lib/flows/report-round'
import type { Report } from '#lib/reports/report'

// Each flow checks the shape of what it gets; the query of a URL may hold anything.
type ReportFlow = (actor: MaybeActor, query: never) => Promise<Report>

export const reportFlows: ReadonlyMap<string, ReportFlow> = new Map<string, ReportFlow>([
  ['results', reportResults],
  ['round', reportRound],
])
