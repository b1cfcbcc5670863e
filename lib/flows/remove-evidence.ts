// The unit takes an evidence file out before it hands in. The history keeps name, size and hash; the bytes are gone for
// good, so that somebody's data sent by mistake do not stay.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet } from '#lib/flows/open-round-sheet'
import { criterionPlace, reasonText } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = criterionPlace.omit({ seen: true }).extend({ fileId: z.string().max(60), reason: reasonText })

/** Throws notFound, notAllowed, invalidInput, roundRefused. */
export async function removeEvidence(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'rounds.score', String(input.unit))
  const { criterion, fileId, reason, ...place } = requireShape(shape, input)
  await changeSheet(officer, await openSheet(place), () => ({
    events: [{ kind: 'remove-evidence', criterion, fileId, reason }],
    removedFileId: fileId,
  }))
}
