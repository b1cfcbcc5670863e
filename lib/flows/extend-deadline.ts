// The appraising side gives one unit more time for the step it is in, with a reason. The round's own deadlines stay.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet, requireAbove } from '#lib/flows/open-round-sheet'
import { moment, reasonText, sheetPlace } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = sheetPlace.extend({ until: moment, reason: reasonText })

/** Throws notFound, notAllowed, invalidInput, roundRefused. */
export async function extendDeadline(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'rounds.write')
  const { until, reason, ...place } = requireShape(shape, input)
  await requireAbove(officer, 'rounds.write', place.unit)
  await changeSheet(officer, await openSheet(place), ({ step }) => ({
    events: [{ kind: 'extend', step, until: until.toISOString(), reason }],
  }))
}
