// How far a published form has been translated: every language with its count of missing texts, and the texts themselves.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findDefinition } from '#lib/db/definitions'
import { type AttachmentRow, findAttachments } from '#lib/db/media'
import {
  findTranslations,
  listTranslationEvents,
  type TranslationEvent,
  type TranslationRow,
} from '#lib/db/translations'
import type { FormFile } from '#lib/definitions/form-file'
import { problems } from '#lib/problem'
import { formTexts } from '#lib/surveys/form-texts'
import type { LanguageState } from '#lib/surveys/language-state'
import { findLanguage, type LanguageFile, languages, mainPhrases } from '#lib/surveys/languages'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  slug: z.string().max(80),
  version: z.coerce.number().int(),
  language: z.string().max(20).optional(),
})

export type TranslationLine = {
  key: string
  vi: string
  en: string
  /** Empty where it is missing. */
  words: string
  /** It stands in the published file, where it can no longer be changed. */
  isPublished: boolean
}
export type LoadedTranslation = {
  form: { id: number; slug: string; version: number; title: FormFile['title'] }
  languages: LanguageState[]
  /** Of the language asked for. */
  lines: TranslationLine[]
  events: TranslationEvent[]
  /** Recordings and pictures of all languages, and where more can be attached. */
  attachments: AttachmentRow[]
  places: { owner: string; label: string }[]
}

/** The state of every language; with `language` its texts and history too. Throws notFound. */
export async function loadTranslation(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<LoadedTranslation> {
  allow(actor, 'definitions.read', actor?.unitId)
  const { slug, version, language } = requireShape(shape, input)
  const definition = await findDefinition('form', slug, version)
  if (!definition) throw problems.notFound({ what: 'phiếu', id: `${slug}.v${version}` })
  if (language && !findLanguage(language)) throw problems.notFound({ what: 'ngôn ngữ', id: language })
  const file = definition.body as FormFile
  const rows = await findTranslations(definition.id)
  return {
    form: { id: definition.id, slug, version, title: file.title },
    languages: languages.map((one) => stateOf(one, file, rows)),
    lines: language ? linesOf(file, language, rows) : [],
    events: language ? await listTranslationEvents(definition.id, language) : [],
    attachments: await findAttachments(definition.id),
    places: formTexts(file).flatMap(({ owner, text }) =>
      owner ? [{ owner, label: `${owner}: ${text.vi.slice(0, 80)}` }] : [],
    ),
  }
}

/** The texts of a form in one language: those of the published file, then those of its newest translation. */
export function linesOf(file: FormFile, language: string, rows: TranslationRow[]): TranslationLine[] {
  const translated = rows.find((row) => row.language === language)?.texts ?? {}
  return formTexts(file).map(({ key, text }) => {
    const published = text[language]
    const words = published ?? translated[key] ?? ''
    return { key, vi: text.vi, en: text.en ?? '', words, isPublished: published !== undefined }
  })
}

function stateOf(language: LanguageFile, file: FormFile, rows: TranslationRow[]): LanguageState {
  const { code, name, names, phrases } = language
  const lines = linesOf(file, code, rows)
  const isOwn = language.review.status === 'reviewed' && lines.every((line) => line.isPublished)
  return {
    code,
    name,
    names,
    asked: lines.length,
    missing: lines.filter(({ words }) => !words).map(({ key }) => key),
    missingPhrases: Object.keys(mainPhrases).filter((key) => !phrases[key]),
    review: isOwn ? 'reviewed' : (rows.find((row) => row.language === code)?.review ?? 'draft'),
    isOwn,
  }
}
