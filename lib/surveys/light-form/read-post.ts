// Reads a plain form post. In a page with the whole form in it every answer is among the fields; a page with one screen
// carries the others along (form-state.ts).
import type { CompiledForm } from '#lib/surveys/compile-form'
import { type KeptState, readKept } from '#lib/surveys/light-form/form-state'
import { pagingOf } from '#lib/surveys/light-form/paging'
import { readAnswers } from '#lib/surveys/light-form/read-answers'

export type FormPost = {
  page: number
  goes: 'next' | 'back' | 'stay'
  /** A repeated panel to add to, or one to take away: the name of its field. */
  adds?: string
  removes?: string
  hasConsent: boolean
  /** What the page carries of all screens; the fields of the screen itself are still to be read. */
  kept: KeptState | null
  fields: URLSearchParams
  /** Ids of the questions that the reader has seen on this page. */
  shown: Set<string>
  receipt?: string
  formName?: string
  /** As posted: whether there is such a language, and whether the wave offers it, is for others to say. */
  language?: string
}

export function readPost(compiled: CompiledForm, fields: URLSearchParams): FormPost {
  const given = (name: string) => fields.get(name) || undefined
  const page = Number(given('~page') ?? 0)
  const stays = ['~lang', '~add', '~remove'].some((name) => fields.has(name))
  const isWhole = pagingOf(compiled).by === 'browser'
  return {
    page: Number.isSafeInteger(page) && page >= 0 ? page : 0,
    goes: stays ? 'stay' : fields.get('~go') === 'back' ? 'back' : 'next',
    adds: given('~add'),
    removes: given('~remove'),
    hasConsent: fields.get('~consent') === '1',
    kept: isWhole ? { answers: readAnswers(compiled.questions, fields) } : readKept(fields.get('~state')),
    fields,
    shown: new Set(
      (given('~shown') ?? '')
        .split(' ')
        .filter(Boolean)
        .map((number) => `f${number}`),
    ),
    receipt: given('~receipt'),
    formName: given('~form'),
    language: given('~lang') ?? given('~language'),
  }
}
