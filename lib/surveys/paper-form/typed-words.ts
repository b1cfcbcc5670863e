// What was typed from a paper sheet, in words: a code alone says nothing to whoever settles a difference, and whoever keys
// in sees beside the field what each box means.
import { inLanguage } from '#lib/surveys/local-text'
import { unclearMark } from '#lib/surveys/paper-form/keyed-sheet'
import type { PaperField } from '#lib/surveys/paper-form/paper-field'

const unclear = { vi: 'dấu không rõ', en: 'a mark that cannot be decided' }

/**
 * "4 Hài lòng", "1 Loa + 3 Báo", "* dấu không rõ"; what is no code of a box stays as it was typed.
 * @example
 * typedWords({ ...field, choices: [{ code: 4, value: 4, label: { vi: 'Hài lòng' } }] }, '4', 'vi') // => '4 Hài lòng'
 */
export function typedWords({ choices }: PaperField, text: string, language: string): string {
  if (text === unclearMark) return `${text} ${inLanguage(unclear, language)}`
  const named = text.split('+').map((part) => {
    const choice = choices.find(({ code }) => String(code) === part.trim())
    return choice ? `${part.trim()} ${inLanguage(choice.label, language)}` : part
  })
  return named.join(' + ')
}

/** Every box of a field with what it means. */
export function boxWords({ choices }: PaperField, language: string): string {
  return choices.map(({ code, label }) => `${code} ${inLanguage(label, language)}`).join(' · ')
}
