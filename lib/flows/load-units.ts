// All administrative units of all periods, with what became of them.
import { allow, type MaybeActor } from '#lib/access'
import { type LineageLine, listLineage, listUnits, type UnitLine } from '#lib/db/units'

export type Units = { units: UnitLine[]; lineage: LineageLine[] }

/** Units in the order of their codes and dates; lineage says which lives on in which. */
export async function loadUnits(actor: MaybeActor): Promise<Units> {
  // Names and codes of units are no secret of any unit, so a commune officer sees all of them.
  allow(actor, 'units.read', actor?.unitId)
  const [units, lineage] = await Promise.all([listUnits(), listLineage()])
  return { units, lineage }
}
