// Where somebody is in the light form. It lives in the page itself (hidden fields and the inputs of all pages), so that
// nothing unfinished is ever kept on the server.
import type { Fault } from '#lib/problem'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import type { Element, Page, Question } from '#lib/surveys/form'

export type FormState = {
  /** 0: the introduction; 1 and up: the pages of the form. */
  page: number
  hasConsent: boolean
  /** As typed: right or wrong. */
  answers: Answers
  /** Only those that the reader is to be told now. */
  faults: Fault[]
  /** Further questions have come up on this page. */
  hasNewQuestions: boolean
  /** Made by the server after the first step, so that sending the last page twice stores once. */
  receipt?: string
}

export const untouched: FormState = {
  page: 0,
  hasConsent: false,
  answers: {},
  faults: [],
  hasNewQuestions: false,
}

/** Numbers of the pages that have something to show for these answers; the introduction is not among them. */
export function visiblePages(compiled: CompiledForm, answers: Answers): number[] {
  return compiled.form.pages.flatMap((page, index) =>
    isPageVisible(compiled, page, answers) ? [index + 1] : [],
  )
}

function isPageVisible(compiled: CompiledForm, page: Page, answers: Answers): boolean {
  return (
    isShown(compiled, page, answers) &&
    page.elements.some((element) => hasSomething(compiled, element, answers))
  )
}

function hasSomething(compiled: CompiledForm, element: Element, answers: Answers): boolean {
  if (!isShown(compiled, element, answers)) return false
  return element.kind === 'panel'
    ? element.elements.some((one) => hasSomething(compiled, one, answers))
    : true
}

/** Whether the own condition of a page, panel, text or question holds. */
export function isShown(compiled: CompiledForm, part: Page | Element, answers: Answers): boolean {
  return compiled.isShown.get(part)?.(answers) ?? true
}

/** The questions of a page, also those in its panels. */
export function questionsOf(part: Page | Element): Question[] {
  if (part.kind === 'page' || part.kind === 'panel') return part.elements.flatMap(questionsOf)
  return part.kind === 'html' || part.kind === 'image' ? [] : [part]
}
