// A text a person reads: Vietnamese always, English always in our own files, the languages of the place where we have
// them (cjm = Eastern Cham, rog = Northern Roglai).
import { z } from 'zod'

const text = z.string().min(1)

export const localText = z
  .strictObject({ vi: text, en: text, cjm: text.optional(), rog: text.optional() })
  .meta({ id: 'LocalText', description: 'Vietnamese and English text, other languages where we have them' })
