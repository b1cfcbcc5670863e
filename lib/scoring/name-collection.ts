// Names for the criteria of cells that are split by how answers came in: "mode=kiosk".
import { collectionFields, collectionLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'

/** "field=value" -> name, for every value of every field. */
export function nameCollection(language: 'vi' | 'en'): Record<string, string> {
  return Object.fromEntries(
    collectionFields.flatMap((field) =>
      Object.entries(collectionLabels[field]).map(([value, label]) => [
        `${field}=${value}`,
        inLanguage(label, language),
      ]),
    ),
  )
}
