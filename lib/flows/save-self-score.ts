// The unit writes its figure for one criterion, with a word on where it comes from. Pages send one criterion at a time as
// it is typed, so that a lost connection loses one field at most; the same again writes nothing.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet } from '#lib/flows/open-round-sheet'
import { askedCriterion, readTyped } from '#lib/flows/read-typed'
import { isSameAnswer } from '#lib/rounds/round-event'
import { criterionPlace, freeText, typedAnswer } from '#lib/rounds/round-input'
import type { SheetLine } from '#lib/rounds/sheet'
import { requireShape } from '#lib/user-input'

const shape = criterionPlace.extend({ ...typedAnswer, note: freeText })

/**
 * Returns the line as it stands now. Throws notFound, invalidInput (a figure the rule does not take), roundRefused
 * (handed in, too late ...), changedMeanwhile.
 */
export async function saveSelfScore(actor: MaybeActor, input: z.input<typeof shape>): Promise<SheetLine> {
  const officer = allow(actor, 'rounds.score', String(input.unit))
  const { round, unit, criterion, seen, note, ...typed } = requireShape(shape, input)
  const opened = await openSheet({ round, unit })
  const answer = readTyped(askedCriterion(opened, criterion), typed)
  const sheet = await changeSheet(officer, opened, (before) => {
    const self = before.lines.get(criterion)?.self
    if (self && isSameAnswer(self.answer, answer) && self.note === note) return { events: [] }
    return { events: [{ kind: 'self-score', criterion, answer, note }], seen: { criterion, seen } }
  })
  return sheet.lines.get(criterion)!
}
