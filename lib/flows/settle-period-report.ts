// The office above takes a report or sends it back with a comment. What was handed in stays as it was.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeReport } from '#lib/flows/change-report'
import { findReportPlace, reportPlace } from '#lib/flows/find-report-place'
import { requireAbove } from '#lib/flows/open-round-sheet'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = reportPlace.extend({
  seen: z.coerce.number().int().min(0),
  decision: z.enum(['accept', 'return']),
  comment: z.string().trim().max(2000).default(''),
})

/** Returns the number of the event. Throws notFound, notAllowed, invalidInput, reportNotOpen, changedMeanwhile. */
export async function settlePeriodReport(actor: MaybeActor, input: z.input<typeof shape>): Promise<number> {
  const officer = allow(actor, 'period-reports.settle')
  const { unit, year, period, seen, decision, comment } = requireShape(shape, input)
  await requireAbove(officer, 'period-reports.settle', unit)
  await findReportPlace({ unit, year, period })
  if (decision === 'return' && comment.length < 3) throw commentMissing()
  return changeReport(officer, { unitId: unit, year, period }, seen, async () => ({
    kind: decision,
    comment,
  }))
}

function commentMissing() {
  const vi = 'Hãy ghi đơn vị cần sửa gì (ít nhất 3 ký tự).'
  const en = 'Say what the unit has to mend (at least 3 letters).'
  return problems.invalidInput({ faults: [{ question: 'comment', code: 'too_small', vi, en }] })
}
