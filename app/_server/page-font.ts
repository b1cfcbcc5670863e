// Fonts for letters that phones may lack, cut down to the letters that a form really uses. The address carries the hash of
// the cut font, so that browsers may keep it for good; after a restart an old address gets the whole font.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import type { FormFile } from '#lib/definitions/form-file'
import { findLanguage, type LanguageCode } from '#lib/surveys/languages'
import type { PageFont } from '#lib/surveys/light-form/shell'
import type { Reply } from './citizen-reply'

const require = createRequire(import.meta.url)

/** SIL Open Font License 1.1; by the names that language files use. */
const fonts: Record<string, { file: string; range: string; letters: RegExp }> = {
  'noto-sans-cham': {
    file: '@fontsource/noto-sans-cham/files/noto-sans-cham-cham-400-normal.woff2',
    range: 'U+AA00-AA5F',
    letters: /[\uAA00-\uAA5F]/g,
  },
}

const cut = new Map<string, Buffer>()
const ofLetters = new Map<string, Promise<PageFont>>()

/** The font of a language for a form; none for languages that phones can write. */
export async function pageFont(language: LanguageCode, file: FormFile): Promise<PageFont | undefined> {
  const found = findLanguage(language)
  const font = fonts[found?.font ?? '']
  if (!found || !font) return undefined
  const used = JSON.stringify([file, found.name, found.phrases]).match(font.letters) ?? []
  const letters = [...new Set(used)].sort().join('')
  const known = ofLetters.get(letters)
  if (known) return known
  const made = makeFont(font, letters)
  if (ofLetters.size > 100) ofLetters.clear()
  ofLetters.set(letters, made)
  made.catch(() => ofLetters.delete(letters))
  return made
}

async function makeFont(
  { file, range }: { file: string; range: string },
  letters: string,
): Promise<PageFont> {
  const whole = await readFile(require.resolve(file))
  const part = Buffer.from(await subsetFont(whole, letters, { targetFormat: 'woff2' }))
  const hash = createHash('sha256').update(part).digest('hex').slice(0, 16)
  cut.set(hash, part)
  return { url: `/s/font.${hash}.woff2`, range }
}

/** The font at this path, or null when it is none of ours. */
export async function fontReply(path: string): Promise<Reply | null> {
  const hash = /^\/s\/font\.([0-9a-f]{16})\.woff2$/.exec(path)?.[1]
  if (!hash) return null
  const body = cut.get(hash) ?? (await readFile(require.resolve(fonts['noto-sans-cham']!.file)))
  return { status: 200, body, type: 'font/woff2', caching: cut.has(hash) ? 'forever' : 'once' }
}
