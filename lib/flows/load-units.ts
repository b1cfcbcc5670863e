// All administrative units of all periods, with what became of them.
import { allow, type MaybeActor } from '#lib/access'
import { listLineage, listUnits, type UnitLine } from '#lib/db/units'
import { type TurningPoint, turningPoints } from '#lib/lineage/turning-points'

export type Units = { units: UnitLine[]; past: TurningPoint[]; future: TurningPoint[] }

/** Units in the order of their codes and dates; see `turningPoints` for past and future. */
export async function loadUnits(actor: MaybeActor): Promise<Units> {
  // Names and codes of units are no secret of any unit, so a commune officer sees all of them.
  allow(actor, 'units.read', actor?.unitId)
  const [units, lineage] = await Promise.all([listUnits(), listLineage()])
  return { units, ...turningPoints(units, lineage) }
}
