// A translation that somebody filled in with a spreadsheet: the file that was downloaded, with the last column completed.
// Commas, semicolons and tabs all come out of spreadsheets. Unknown keys and lost places ("{name}") are named by line.
import Papa from 'papaparse'
import type { Sentence } from '#lib/problem'
import type { FormText, TranslationTexts } from '#lib/surveys/form-texts'

export type TranslationFault = Sentence & { line: number }

/** `texts` has every line of the file; an empty text takes a former one away. */
export function parseTranslation(
  file: string,
  language: string,
  asked: readonly FormText[],
): { texts: TranslationTexts; faults: TranslationFault[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(file.replace(/^\uFEFF/, '').trim(), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (head) => head.trim(),
  })
  const missing = ['key', language].filter((column) => !meta.fields?.includes(column))
  if (missing.length > 0) return { texts: {}, faults: [missingColumns(missing, language)] }
  const known = new Map(asked.map((one) => [one.key, one]))
  const texts: TranslationTexts = {}
  const faults: TranslationFault[] = []
  for (const [index, row] of data.entries()) {
    const line = index + 2
    const key = (row.key ?? '').trim()
    const words = plainText(row[language] ?? '')
    const text = known.get(key)
    if (!text) faults.push({ line, ...unknownKey(key) })
    else if (words && places(words) !== places(text.text.vi))
      faults.push({ line, ...otherPlaces(places(text.text.vi)) })
    else if (words.length > longest) faults.push({ line, ...tooLong })
    else texts[key] = words
  }
  return { texts, faults }
}

const longest = 4000

/** Composed, on trimmed lines; the apostrophe that our own Excel files put before a formula's sign is taken off again. */
const plainText = (cell: string) =>
  cell
    .normalize('NFC')
    .replace(/^'(?=[=+\-@])/, '')
    .trim()

/** The places that answers are put into, e.g. "{name}". */
const places = (text: string) =>
  [...text.matchAll(/\{[^}]+\}/g)]
    .map(([place]) => place)
    .sort()
    .join(' ')

const unknownKey = (key: string): Sentence => ({
  vi: `phiếu này không có mục “${key}”. Hãy tải lại tệp của đúng phiên bản phiếu.`,
  en: `this form has no entry “${key}”. Download the file of the right form version again.`,
})

const otherPlaces = (wanted: string): Sentence => ({
  vi: wanted ? `phải giữ nguyên ${wanted}.` : 'không được thêm dấu { }.',
  en: wanted ? `must keep ${wanted} as it is.` : 'must not add { }.',
})

const tooLong: Sentence = {
  vi: `dài quá ${longest} ký tự.`,
  en: `is longer than ${longest} characters.`,
}

const missingColumns = (columns: string[], language: string): TranslationFault => ({
  line: 1,
  vi: `thiếu cột ${columns.join(', ')} (dòng đầu phải có key và ${language}).`,
  en: `column ${columns.join(', ')} is missing (the first line must have key and ${language}).`,
})
