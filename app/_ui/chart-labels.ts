// The words of a picture in the reader's language, from the units and the index that its cells speak of.
import type { ChartLabels } from '#lib/charts/chart-definition'
import type { IndexFile } from '#lib/definitions/index-file'
import { listCriteria } from '#lib/scoring/name-criteria'
import { inLanguage } from '#lib/surveys/local-text'
import type { Language } from './language'

type NamedUnit = { id: string; name: string; nameEn: string }

export function unitLabels(units: readonly NamedUnit[], language: Language): Record<string, string> {
  return Object.fromEntries(units.map((unit) => [unit.id, language === 'en' ? unit.nameEn : unit.name]))
}

export function indexLabels(index: IndexFile, units: readonly NamedUnit[], language: Language): ChartLabels {
  const criteria = listCriteria(index).map(({ code, name }) => [code, inLanguage(name, language)])
  return { locale: language, units: unitLabels(units, language), criteria: Object.fromEntries(criteria) }
}
