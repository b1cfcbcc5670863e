// What every file of surveys/ begins with. A published version never changes: a correction is a new file, v2.
import { z } from 'zod'
import { localText } from '#lib/definitions/local-text'

export const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/, 'a small letter, then small letters, digits and _ (at most 32)')

export const slug = z
  .string()
  .max(48)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'small letters and digits, words joined by single dashes')

/** Names of index sets that officers make in the application begin so; no file may. */
export const ownSetPrefix = 'set-'

export const day = z.iso.date()

export const fileHead = {
  $schema: z.string().describe('The JSON Schema beside this file, for completion in an editor'),
  slug: slug.describe('Name of the definition; the file is called <slug>.v<version>.json'),
  version: z.number().int().min(1).describe('Published versions never change: a correction is a new version'),
  title: localText,
}
