// One step through the form without a script: from what was posted to what is shown next, or to "send it".
import type { Fault } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import type { CompiledForm } from '#lib/surveys/compile-form'
import { type FormState, questionsOf, visiblePages } from '#lib/surveys/light-form/form-state'
import { phrases } from '#lib/surveys/light-form/phrases'
import type { FormPost } from '#lib/surveys/light-form/read-post'

export type Step = { isComplete: boolean; state: FormState }

const consentMissing: Fault = {
  question: '~consent',
  code: 'consent_required',
  vi: phrases.vi.consentMissing,
  en: phrases.en.consentMissing,
}

/** The next state. `isComplete`: every visible question has been passed without a fault, and the answer can be sent. */
export function takeStep(compiled: CompiledForm, post: FormPost): Step {
  const state: FormState = { ...post, faults: [], hasNewQuestions: false }
  const show = (page: number, faults: Fault[] = [], hasNewQuestions = false): Step => ({
    isComplete: false,
    state: { ...state, page, faults, hasNewQuestions },
  })
  const pages = visiblePages(compiled, post.answers)
  if (post.goes === 'stay') return show(post.page)
  if (post.goes === 'back') return show(pages.filter((page) => page < post.page).at(-1) ?? 0)
  if (!post.hasConsent) return show(0, [consentMissing])
  const { faults } = checkAnswers(compiled, post.answers)
  if (hasNewQuestions(compiled, post)) return show(post.page, [], true)
  const here = faults.filter((fault) => pageOf(compiled, fault) === post.page)
  if (here.length > 0) return show(post.page, here)
  const next = pages.find((page) => page > post.page)
  if (next !== undefined) return show(next)
  return faults.length > 0 ? showFaults(compiled, state, faults) : { isComplete: true, state }
}

/** The page of the first fault, with all faults of that page. */
export function showFaults(compiled: CompiledForm, state: FormState, faults: Fault[]): Step {
  const page = Math.min(...faults.map((fault) => pageOf(compiled, fault)))
  return {
    isComplete: false,
    state: { ...state, page, faults: faults.filter((fault) => pageOf(compiled, fault) === page) },
  }
}

function hasNewQuestions(compiled: CompiledForm, post: FormPost): boolean {
  const page = compiled.form.pages[post.page - 1]
  if (!page) return false
  const here = new Set(questionsOf(page))
  return compiled.questions.some(
    ({ question, isVisible }, index) =>
      here.has(question) && isVisible(post.answers) && !post.shown.has(index),
  )
}

function pageOf(compiled: CompiledForm, fault: Fault): number {
  const name = fault.question.split('.')[0]?.replace(/-Comment$/, '')
  const index = compiled.form.pages.findIndex((page) =>
    questionsOf(page).some((question) => question.name === name),
  )
  return index + 1
}
