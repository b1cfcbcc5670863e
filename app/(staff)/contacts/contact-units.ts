// The units of today that an officer may put people into, for a select; a commune officer's own one in any case.
import { type Actor, isAllowed } from '#lib/access'
import { isUnitOfToday } from '#lib/lineage/is-unit-of-today'
import type { Language } from '../../_ui/language'
import type { UnitChoice } from '../../_ui/role-fields'
import { unitName } from '../../_ui/unit-names'

export function contactUnits(
  actor: Actor | null,
  units: (UnitChoice & { validFrom: Date })[],
  language: Language,
) {
  const isOfToday = isUnitOfToday(new Date())
  return units
    .filter((unit) => unit.level !== 'province' && isAllowed(actor, 'contacts.write', unit.id))
    .filter((unit) => isOfToday(unit) || unit.id === actor?.unitId)
    .map((unit) => ({ value: unit.id, label: unitName(unit, language) }))
}
