// The unit answers to a changed score: it agrees, or contests it with an explanation that the second appraisal must answer.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet } from '#lib/flows/open-round-sheet'
import { criterionPlace, freeText } from '#lib/rounds/round-input'
import type { SheetLine } from '#lib/rounds/sheet'
import { requireShape } from '#lib/user-input'

const shape = criterionPlace.extend({ isContested: z.boolean(), text: freeText })

/** Returns the line as it stands now. Throws notFound, notAllowed, roundRefused, changedMeanwhile. */
export async function explainChange(actor: MaybeActor, input: z.input<typeof shape>): Promise<SheetLine> {
  const officer = allow(actor, 'rounds.score', String(input.unit))
  const { round, unit, criterion, seen, isContested, text } = requireShape(shape, input)
  const sheet = await changeSheet(officer, await openSheet({ round, unit }), (before) => {
    const stands = before.lines.get(criterion)?.explanation
    if (stands && stands.isContested === isContested && stands.text === text) return { events: [] }
    return { events: [{ kind: 'explain', criterion, isContested, text }], seen: { criterion, seen } }
  })
  return sheet.lines.get(criterion)!
}
