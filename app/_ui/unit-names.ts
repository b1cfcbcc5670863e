// Names of units by id. Codes and names come back in another period with another meaning, so a unit that is gone says
// until when it was there.
import type { Language } from './language'

/** A unit as a chart or a heading names it. */
export type UnitLabel = { id: string; name: string }

type NamedUnit = { id: string; name: string; nameEn: string; validTo: Date | null }

/** "Xã An Hải (đến 30/6/2025)" by id. */
export function unitNames(units: NamedUnit[], language: Language): Map<string, string> {
  return new Map(units.map((unit) => [unit.id, unitName(unit, language)]))
}

export function unitName(unit: NamedUnit, language: Language): string {
  const name = language === 'en' ? unit.nameEn : unit.name
  if (!unit.validTo) return name
  const day = unit.validTo.toLocaleDateString(language === 'en' ? 'en-GB' : 'vi-VN', { timeZone: 'UTC' })
  return language === 'en' ? `${name} (until ${day})` : `${name} (đến ${day})`
}
