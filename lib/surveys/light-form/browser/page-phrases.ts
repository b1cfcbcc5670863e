// The phrases of the script. It brings Vietnamese and English along, once for all pages; those of a further language come
// with the page.

import { type Phrases, type PhraseTexts, speak } from '#lib/surveys/light-form/speak'
import { phrases as en } from '../../../../surveys/languages/en.json'
import { phrases as vi } from '../../../../surveys/languages/vi.json'

/** Phrases in the language of the page. */
export function pagePhrases(language: string, own: PhraseTexts = {}): Phrases {
  return speak(language === 'en' ? en : own, vi, (text) => text)
}
