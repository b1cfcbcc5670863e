// Every sentence of the citizen pages that does not come from the form file, as data: surveys/languages/<code>.json, one
// file a language. Vietnamese is complete and stands in wherever a language has no phrase of its own.
import type vietnamese from '../../../surveys/languages/vi.json'

export type PhraseKey = keyof typeof vietnamese.phrases
/** As they stand in a language file; also "<key>One", the form of a counted phrase for exactly one. */
export type PhraseTexts = Partial<Record<string, string>>

/** Phrases with places to fill, and the order in which they are given. */
const places = {
  minutesText: ['minutes'],
  part: ['number', 'of'],
  chooseUpTo: ['most'],
  between: ['low', 'high'],
  rankAll: ['of'],
  rankSome: ['most'],
  faultsTitle: ['count'],
} as const
type Places = typeof places

type Numbers<Names extends readonly string[]> = { -readonly [At in keyof Names]: number }
type PhrasesAs<Words> = {
  [Key in PhraseKey]: Key extends keyof Places ? (...numbers: Numbers<Places[Key]>) => Words : Words
}
export type Phrases = PhrasesAs<string>
/** The same with every phrase made into `Words`, for pages that mark what falls back. */
export type MarkedPhrases<Words> = PhrasesAs<Words>

/**
 * Phrases of one language: `texts` where it has them, else those of `fallback`; `mark` is told for each which it was.
 * @example speak({ part: 'Part {number} of {of}' }, {}, (text) => text).part(2, 5) // → "Part 2 of 5"
 */
export function speak<Words>(
  texts: PhraseTexts,
  fallback: PhraseTexts,
  mark: (text: string, isFallback: boolean) => Words,
): MarkedPhrases<Words> {
  const phrase = (key: string): Words | ((...numbers: number[]) => Words) => {
    const isFallback = texts[key] === undefined
    const own = isFallback ? fallback : texts
    const names = (places as Record<string, readonly string[]>)[key]
    if (!names) return mark(own[key] ?? key, isFallback)
    return (...numbers) => {
      const text = (numbers[0] === 1 && own[`${key}One`]) || (own[key] ?? key)
      return mark(fill(text, names, numbers), isFallback)
    }
  }
  const keys = new Set([...Object.keys(fallback), ...Object.keys(texts)])
  return Object.fromEntries([...keys].map((key) => [key, phrase(key)])) as MarkedPhrases<Words>
}

function fill(text: string, names: readonly string[], numbers: number[]): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(numbers[names.indexOf(name)] ?? place))
}

/** The names of the places that a phrase must have, e.g. ["number", "of"]. */
export function placesOf(key: string): readonly string[] {
  return (places as Record<string, readonly string[]>)[key] ?? []
}
