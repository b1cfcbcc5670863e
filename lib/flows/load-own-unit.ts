// The unit that a signed-in person works for, to show beside the name. Nobody for people who work for all units.
import type { MaybeActor } from '#lib/access'
import { findUnit, type UnitLine } from '#lib/db/units'
import { problems } from '#lib/problem'

/** The actor's own unit, or null. */
export async function loadOwnUnit(actor: MaybeActor): Promise<UnitLine | null> {
  if (!actor) throw problems.signInRequired({})
  return actor.unitId ? findUnit(actor.unitId) : null
}
