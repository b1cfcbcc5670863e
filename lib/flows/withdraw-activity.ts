// An officer takes an activity back that was recorded by mistake, or puts it in again. Nothing is deleted: it counts nowhere
// and stays in the history, with the reason.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertActivityVersion } from '#lib/db/activities'
import { findActivity, requireSeen } from '#lib/flows/find-activity'
import { reasonText } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  unit: z.string().max(60),
  id: z.uuid(),
  seen: z.coerce.number().int(),
  reason: reasonText,
  isWithdrawn: z.boolean(),
})

/** Throws notFound, notAllowed, invalidInput, changedMeanwhile. */
export async function withdrawActivity(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'activities.write', String(input.unit))
  const { unit, id, seen, reason, isWithdrawn } = requireShape(shape, input)
  const { newest } = await findActivity(unit, id)
  requireSeen(newest, seen)
  const { recordedAt: _at, recordedByName: _by, ...known } = newest
  const isWritten = await insertActivityVersion(
    officer,
    { ...known, version: seen + 1, reason, isWithdrawn },
    isWithdrawn ? 'withdraw-activity' : 'restore-activity',
  )
  if (!isWritten) requireSeen((await findActivity(unit, id)).newest, seen)
}
