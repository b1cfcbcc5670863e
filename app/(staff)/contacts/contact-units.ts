// The units that an officer may put people into, for a select.
import { type Actor, isAllowed } from '#lib/access'
import type { Language } from '../../_ui/language'
import type { UnitChoice } from '../../_ui/role-fields'
import { unitName } from '../../_ui/unit-names'

export function contactUnits(actor: Actor | null, units: UnitChoice[], language: Language) {
  return units
    .filter(({ id, level }) => level !== 'province' && isAllowed(actor, 'contacts.write', id))
    .map((unit) => ({ value: unit.id, label: unitName(unit, language) }))
}
