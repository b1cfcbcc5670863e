// The appraiser goes on without the explanation of a unit that let its time pass: what it left open counts as agreed.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet, requireAbove } from '#lib/flows/open-round-sheet'
import type { Step } from '#lib/rounds/round-event'
import { reasonText, sheetPlace } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = sheetPlace.extend({ reason: reasonText })

/** Returns the step that follows. Throws notFound, notAllowed, invalidInput, roundRefused (not late yet). */
export async function closeExplanation(actor: MaybeActor, input: z.input<typeof shape>): Promise<Step> {
  const officer = allow(actor, 'rounds.appraise', String(input.unit))
  const { reason, ...place } = requireShape(shape, input)
  await requireAbove(officer, 'rounds.appraise', place.unit)
  const opened = await openSheet(place)
  return (await changeSheet(officer, opened, () => ({ events: [{ kind: 'close-explanation', reason }] })))
    .step
}
