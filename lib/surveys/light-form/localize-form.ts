// The form JSON with every text in one language. survey-core would fall back from a missing translation to nothing at
// all; we fall back to Vietnamese, then to what there is, and mark what has fallen back.

type Json = { [key: string]: unknown }

/** Stands before a text that is not in the language asked for; no text of an author has it (private use). */
export const fallbackMark = '\uE000'

/** Values, not texts: they may look like a text in several languages and must stay as they are. */
const values = new Set(
  'value defaultValue defaultRowValue defaultPanelValue correctAnswer setValue valueTrue valueFalse'.split(
    ' ',
  ),
)
const language = /^(default|[a-z]{2}(-[A-Za-z]{2,4})?|cjm(-Latn)?|rog)$/

/** A copy of the form with plain texts, and without addresses to fetch choices from. `mark` stands before what fell back. */
export function localizeForm(json: unknown, wanted: string, mark = fallbackMark): unknown {
  if (Array.isArray(json)) return json.map((item) => localizeForm(item, wanted, mark))
  if (json === null || typeof json !== 'object') return json
  const texts = json as Json
  if (isText(texts)) return inOneLanguage(texts, wanted, mark)
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([name]) => name !== 'choicesByUrl')
      .map(([name, value]) => [name, values.has(name) ? value : localizeForm(value, wanted, mark)]),
  )
}

function isText(json: Json): json is Record<string, string> {
  const entries = Object.entries(json)
  return (
    entries.length > 0 && entries.every(([name, text]) => language.test(name) && typeof text === 'string')
  )
}

/** As `readText` does: "default" is Vietnamese where there is no "vi". */
function inOneLanguage(texts: Record<string, string>, wanted: string, mark: string): string {
  const own = texts[wanted] || (wanted === 'en' && texts.vi && texts.default)
  if (own) return own
  const [fallback = ''] = [texts.vi, texts.default, texts.en, ...Object.values(texts)].filter((text) =>
    text?.trim(),
  ) as string[]
  return wanted === 'vi' || !/\p{L}/u.test(fallback) ? fallback : mark + fallback
}
