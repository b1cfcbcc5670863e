// The appraising side sends a sheet back to an earlier step, with a reason that everybody can read; only before the freeze.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet, requireAbove } from '#lib/flows/open-round-sheet'
import type { Step } from '#lib/rounds/round-event'
import { reasonText, sheetPlace } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = sheetPlace.extend({
  step: z.enum(['self-scoring', 'appraisal', 'explanation', 'second-appraisal']),
  reason: reasonText,
})

/** Returns the step that stands now. Throws notFound, notAllowed, invalidInput, roundRefused. */
export async function reopenStep(actor: MaybeActor, input: z.input<typeof shape>): Promise<Step> {
  const officer = allow(actor, 'rounds.write')
  const { step, reason, ...place } = requireShape(shape, input)
  await requireAbove(officer, 'rounds.write', place.unit)
  const opened = await openSheet(place)
  return (await changeSheet(officer, opened, () => ({ events: [{ kind: 'reopen', step, reason }] }))).step
}
