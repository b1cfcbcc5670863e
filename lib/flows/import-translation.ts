// Takes in the words of a published form in one more language. What is asked stays as published: Vietnamese and whatever the
// published file has in a language cannot be changed here. Each import is a new row, laid over the one before.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findDefinition } from '#lib/db/definitions'
import { findTranslations, insertTranslation } from '#lib/db/translations'
import type { FormFile } from '#lib/definitions/form-file'
import { parseTranslation } from '#lib/imports/parse-translation'
import { type Fault, problems } from '#lib/problem'
import { type FormText, formTexts, type TranslationTexts } from '#lib/surveys/form-texts'
import { findLanguage, mainLanguage } from '#lib/surveys/languages'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  slug: z.string().max(80),
  version: z.coerce.number().int(),
  language: z.string().max(20),
  /** The text of the file. */
  file: z.string().max(2_000_000),
  review: z.enum(['draft', 'reviewed']),
  note: z.string().trim().max(500),
})
export type ImportTranslationInput = z.input<typeof shape>

/** Stores it; returns how many texts the language has now, and of how many. Nothing is stored while one line is wrong. */
export async function importTranslation(
  actor: MaybeActor,
  input: ImportTranslationInput,
): Promise<{ count: number; asked: number }> {
  const officer = allow(actor, 'definitions.translate')
  const { slug, version, language, file, review, note } = requireShape(shape, input)
  const definition = await findDefinition('form', slug, version)
  if (!definition) throw problems.notFound({ what: 'phiếu', id: `${slug}.v${version}` })
  if (!findLanguage(language) || language === mainLanguage)
    throw problems.invalidInput({ faults: [noSuchLanguage(language)] })
  if (review === 'reviewed' && !note) throw problems.invalidInput({ faults: [reviewerMissing] })
  const asked = formTexts(definition.body as FormFile)
  const { texts, faults } = parseTranslation(file, language, asked)
  const wrong = [...faults.slice(0, 20).map(atLine), ...publishedFaults(asked, texts, language)]
  if (wrong.length > 0) throw problems.invalidInput({ faults: wrong })
  const before = (await findTranslations(definition.id)).find((row) => row.language === language)?.texts
  const all = filled({ ...before, ...without(texts, asked, language) })
  const count = Object.keys(all).length
  await insertTranslation(
    { formId: definition.id, language, texts: all, review, note },
    {
      actor: officer,
      action: 'import-translation',
      subject: `${slug}.v${version}`,
      details: { language, review, count, asked: asked.length },
    },
  )
  return { count, asked: asked.length }
}

/** What the published file has already is sent along unchanged by the downloaded file, and is not stored again. */
function without(texts: TranslationTexts, asked: FormText[], language: string): TranslationTexts {
  const published = new Set(asked.filter(({ text }) => text[language]).map(({ key }) => key))
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !published.has(key)))
}

const filled = (texts: TranslationTexts): TranslationTexts =>
  Object.fromEntries(Object.entries(texts).filter(([, words]) => words))

function publishedFaults(asked: FormText[], texts: TranslationTexts, language: string): Fault[] {
  return asked.flatMap(({ key, text }) => {
    const published = text[language]
    if (!published || !texts[key] || texts[key] === published.normalize('NFC').trim()) return []
    return [
      {
        question: 'file',
        code: 'published_text',
        vi: `“${key}” đã được công bố trong phiếu và không sửa được bằng bản dịch; hãy ra phiên bản mới của phiếu.`,
        en: `“${key}” is published with the form and cannot be changed by a translation; make a new version of the form.`,
      },
    ]
  })
}

const atLine = ({ line, vi, en }: { line: number; vi: string; en: string }): Fault => ({
  question: 'file',
  code: 'wrong_line',
  vi: `Dòng ${line}: ${vi}`,
  en: `Line ${line}: ${en}`,
})

const noSuchLanguage = (language: string): Fault => ({
  question: 'language',
  code: 'unknown_language',
  vi: `Không nhận bản dịch cho ngôn ngữ “${language}”.`,
  en: `Translations into “${language}” are not taken.`,
})

const reviewerMissing: Fault = {
  question: 'note',
  code: 'reviewer_missing',
  vi: 'Hãy ghi ai là người bản ngữ đã duyệt bản dịch.',
  en: 'Say which native speaker has reviewed the translation.',
}
