// The unit's officer writes the words of a report; the figures come by themselves. Nothing is handed in yet.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { reportWords } from '#lib/campaigns/period-report'
import { changeReport } from '#lib/flows/change-report'
import { findReportPlace, reportPlace } from '#lib/flows/find-report-place'
import { requireShape } from '#lib/user-input'

const shape = reportPlace.extend({
  /** Number of the last event that the sender had seen. */
  seen: z.coerce.number().int().min(0),
  ...reportWords.shape,
})

/** Returns the number of the event. Throws notFound, notAllowed, invalidInput, reportNotOpen, changedMeanwhile. */
export async function saveReportWords(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const officer = allow(actor, 'period-reports.write', input.unit)
  const { unit, year, period, seen, ...words } = requireShape(shape, input)
  await findReportPlace({ unit, year, period })
  return changeReport(officer, { unitId: unit, year, period }, seen, async () => ({ kind: 'save', words }))
}
