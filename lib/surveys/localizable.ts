// Which properties of SurveyJS hold texts that people read, asked of the library itself, and our own two properties:
// `audio`, a recording of a question or choice, and `image`, a picture beside it. Both may differ from language to language.
import { Serializer } from 'survey-core'

/** Our own properties: addresses, never texts. */
export const mediaProperties = ['audio', 'image'] as const

for (const name of mediaProperties) {
  Serializer.addProperty('question', { name, isLocalizable: true, category: 'general' })
  Serializer.addProperty('itemvalue', { name, isLocalizable: true })
}

/** Addresses and formats: they can differ between languages and yet are no words. */
const notWords = new Set<string>([...mediaProperties, 'logo', 'imageLink', 'url', 'dataList', 'content'])

const classes = Object.keys((Serializer as unknown as { classes: Record<string, unknown> }).classes)

/** Names of properties with words in them: title, description, text, html, minRateDescription ... */
export const wordProperties: ReadonlySet<string> = new Set(
  classes.flatMap((name) =>
    Serializer.getProperties(name)
      .filter((property) => property.isLocalizable && !notWords.has(property.name))
      .map((property) => property.name),
  ),
)
