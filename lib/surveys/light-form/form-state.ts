// Where somebody is in the light form. It lives in the page itself (hidden fields and the inputs), so that nothing
// unfinished is ever kept on the server.
import type { Fault } from '#lib/problem'
import type { Answers } from '#lib/surveys/conditions'

export type FormState = {
  /** 0: the introduction; 1 and up: the screens of the form. */
  page: number
  hasConsent: boolean
  /** As typed: right or wrong. Null before the first step: what the form fills in by itself. */
  answers: Answers | null
  /** What triggers have noted beside the answers. */
  variables?: Answers
  /** The screens that led here, where going back is not going to the one before. */
  trail?: number[]
  /** Only those that the reader is to be told now. */
  faults: Fault[]
  /** Further questions have come up on this page. */
  hasNewQuestions: boolean
  /** The fields as posted, for what no answer can say. */
  typed?: URLSearchParams
  /** The element to begin with, after a panel has been added or removed. */
  focus?: string
  /** Made by the server after the first step, so that sending the last page twice stores once. */
  receipt?: string
}

export const untouched: FormState = {
  page: 0,
  hasConsent: false,
  answers: null,
  faults: [],
  hasNewQuestions: false,
}

/** What a page with one screen in it carries of all the others. */
export type KeptState = Pick<FormState, 'variables' | 'trail'> & { answers: Answers }

/** Reads it back; whatever is not ours counts as nothing. */
export function readKept(text: string | null): KeptState | null {
  if (!text) return null
  try {
    const kept = JSON.parse(text, withoutPrototypes) as Record<string, unknown>
    const record = (value: unknown) => (isRecord(value) ? value : {})
    const trail = Array.isArray(kept.trail) ? kept.trail.filter(Number.isInteger) : []
    return { answers: record(kept.answers), variables: record(kept.variables), trail }
  } catch {
    return null
  }
}

/** survey-core copies key by key and would take this one for the ancestor of all answers. */
const withoutPrototypes = (key: string, value: unknown) => (key === '__proto__' ? undefined : value)

const isRecord = (value: unknown): value is Answers =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
