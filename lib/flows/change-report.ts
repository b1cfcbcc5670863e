// A step of the flows that change a report on a period: what its state forbids is asked here, once for all of them.
import type { Actor } from '#lib/access'
import { type ReportEvent, stepAfter } from '#lib/campaigns/period-report'
import { listReportEvents, type ReportPlace, type ReportRow, recordReportEvent } from '#lib/db/period-reports'
import { problems } from '#lib/problem'

/**
 * Writes the event that `want` makes of the report as it stands. Throws changedMeanwhile when somebody wrote after the
 * event `seen`, reportNotOpen when the event must not happen now.
 */
export function changeReport(
  actor: Actor,
  place: ReportPlace,
  seen: number,
  want: (report: ReportRow) => Promise<ReportEvent>,
  at = new Date(),
): Promise<number> {
  return recordReportEvent(
    actor,
    place,
    async (report) => {
      if (report.events !== seen) throw await meanwhile(place)
      const event = await want(report)
      const step = stepAfter(report.step, event.kind)
      if (!step) throw problems.reportNotOpen({ step: report.step })
      return { event, step }
    },
    { at },
  )
}

async function meanwhile(place: ReportPlace) {
  const last = (await listReportEvents(place)).at(-1)
  return problems.changedMeanwhile({ by: last?.actorName ?? '', at: last?.at ?? new Date() })
}
