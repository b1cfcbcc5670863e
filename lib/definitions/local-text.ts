// A text a person reads: Vietnamese always, English always in our own files, further languages (surveys/languages) where we
// have them; they may also be added to a published version as translations.
import { z } from 'zod'

const text = z.string().min(1)

export const localText = z
  .object({ vi: text, en: text })
  .catchall(text)
  .meta({ id: 'LocalText', description: 'Vietnamese and English text, other languages where we have them' })
