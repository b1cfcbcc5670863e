// A unit signs its report and hands it in. The whole document is kept as it is at that moment: figures, names and words
// that change later change nothing in it.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { reportSignature, reportWords } from '#lib/campaigns/period-report'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { changeReport } from '#lib/flows/change-report'
import { findReportPlace, reportPlace } from '#lib/flows/find-report-place'
import { gatherPeriodFacts } from '#lib/flows/gather-period-facts'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = reportPlace.extend({
  seen: z.coerce.number().int().min(0),
  ...reportWords.shape,
  ...reportSignature.shape,
})

/** Returns the number of the event. Throws as saveReportWords, and invalidInput before the period has begun. */
export async function submitPeriodReport(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now = new Date(),
): Promise<number> {
  const officer = allow(actor, 'period-reports.write', input.unit)
  const { unit, year, period, seen, number, position, name, ...words } = requireShape(shape, input)
  const place = await findReportPlace({ unit, year, period })
  const facts = await gatherPeriodFacts(officer, place, { year, period }, now)
  const day = dayInVietNam(now)
  if (day < facts.from) throw notBegun(facts.from)
  const document = { facts, words, signature: { number, position, name }, day }
  const submit = async () => ({ kind: 'submit' as const, words, document })
  return changeReport(officer, { unitId: unit, year, period }, seen, submit, now)
}

function notBegun(from: string) {
  const day = from.split('-').reverse().join('/')
  const vi = `Kỳ báo cáo bắt đầu từ ${day}, chưa nộp được.`
  const en = `The period begins on ${day}: its report cannot be handed in yet.`
  return problems.invalidInput({ faults: [{ question: 'period', code: 'not_begun', vi, en }] })
}
