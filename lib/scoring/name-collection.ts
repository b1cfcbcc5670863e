// Names for the criteria of cells that are split by how answers came in: "mode=kiosk".
import { collectionFields, collectionLabels, lateLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'

/** "field=value" -> name, for every value of every field. */
export function nameCollection(language: 'vi' | 'en'): Record<string, string> {
  return Object.fromEntries(
    [
      ...collectionFields.map((field) => [field, collectionLabels[field]] as const),
      ['late', lateLabels] as const,
    ].flatMap(([field, labels]) =>
      Object.entries(labels).map(([value, label]) => [`${field}=${value}`, inLanguage(label, language)]),
    ),
  )
}
