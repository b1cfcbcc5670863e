// The appraiser judges one criterion: accepts the unit's answer or puts another in its place with a reason; in the second
// appraisal it is what the unit contests. The step of the sheet tells which of the two it is.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet, requireAbove } from '#lib/flows/open-round-sheet'
import { askedCriterion, readTyped } from '#lib/flows/read-typed'
import { isSameAnswer } from '#lib/rounds/round-event'
import { criterionPlace, freeText, typedAnswer } from '#lib/rounds/round-input'
import type { SheetLine } from '#lib/rounds/sheet'
import { requireShape } from '#lib/user-input'

const shape = criterionPlace.extend({ ...typedAnswer, reason: freeText })

/** Returns the line as it stands now. Throws notFound, notAllowed, invalidInput, roundRefused, changedMeanwhile. */
export async function appraiseCriterion(actor: MaybeActor, input: z.input<typeof shape>): Promise<SheetLine> {
  const officer = allow(actor, 'rounds.appraise', String(input.unit))
  const { round, unit, criterion, seen, reason, ...typed } = requireShape(shape, input)
  await requireAbove(officer, 'rounds.appraise', unit)
  const opened = await openSheet({ round, unit })
  const answer = readTyped(askedCriterion(opened, criterion), typed)
  const sheet = await changeSheet(officer, opened, (before) => {
    const line = before.lines.get(criterion)
    const isSecond = before.step === 'second-appraisal'
    const stands = isSecond ? line?.second : line?.appraisal
    if (stands && isSameAnswer(stands.answer, answer) && stands.reason === reason) return { events: [] }
    return {
      events: [{ kind: isSecond ? 'appraise-again' : 'appraise', criterion, answer, reason }],
      seen: { criterion, seen },
    }
  })
  return sheet.lines.get(criterion)!
}
