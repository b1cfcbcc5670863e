// Ends the step a sheet is in: the unit hands in or ends its explanation, the appraiser ends an appraisal. Who may depends
// on the step; what is still open is named.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet, requireAbove } from '#lib/flows/open-round-sheet'
import type { RoundEvent, Step } from '#lib/rounds/round-event'
import { sheetPlace } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const ends = {
  'self-scoring': { kind: 'submit', right: 'rounds.score' },
  appraisal: { kind: 'finish-appraisal', right: 'rounds.appraise' },
  explanation: { kind: 'finish-explanation', right: 'rounds.score' },
  'second-appraisal': { kind: 'finish-second-appraisal', right: 'rounds.appraise' },
} as const satisfies Partial<Record<Step, { kind: RoundEvent['kind']; right: string }>>

const shape = sheetPlace.extend({
  /** The step that the sender believes to end. */
  step: z.enum(['self-scoring', 'appraisal', 'explanation', 'second-appraisal']),
})

/** Returns the step that follows. Throws notFound, notAllowed, roundRefused. */
export async function finishStep(actor: MaybeActor, input: z.input<typeof shape>): Promise<Step> {
  const { round, unit, step } = requireShape(shape, input)
  const { kind, right } = ends[step]
  const officer = allow(actor, right, unit)
  if (right === 'rounds.appraise') await requireAbove(officer, right, unit)
  const opened = await openSheet({ round, unit })
  return (await changeSheet(officer, opened, () => ({ events: [{ kind }] }))).step
}
