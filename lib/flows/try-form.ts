// Answering a form that is only looked at: every step and every check as for citizens, and nothing is stored at the end.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { type FormPreview, previewForm, previewShape } from '#lib/flows/preview-form'
import { offeredLanguage } from '#lib/flows/recall-wave'
import { takeTurn } from '#lib/flows/take-turn'
import { problems } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import type { LanguageCode } from '#lib/surveys/languages'
import type { FormState } from '#lib/surveys/light-form/form-state'
import { readPost } from '#lib/surveys/light-form/read-post'
import { showFaults, takeStep } from '#lib/surveys/light-form/take-step'
import { requireShape } from '#lib/user-input'

const shape = previewShape.extend({
  language: z.string().max(20).optional(),
  /** A plain form post of one step, */
  fields: z.instanceof(URLSearchParams).optional(),
  /** or all answers at once, as the script sends them. */
  answers: z.record(z.string(), z.unknown()).optional(),
})

export type TriedStep = {
  form: FormPreview
  language: LanguageCode
  isDone: boolean
  state: FormState | null
}

/** What comes next. Throws notFound; invalidAnswers where all answers came at once and some are wrong. */
export async function tryForm(actor: MaybeActor, input: z.input<typeof shape>): Promise<TriedStep> {
  const { fields, answers, language: asked, ...which } = requireShape(shape, input)
  const form = await previewForm(actor, which)
  if (!fields) {
    const { faults } = await takeTurn(() => checkAnswers(form.compiled, answers ?? {}))
    if (faults.length > 0) throw problems.invalidAnswers({ faults })
    return { form, language: offeredLanguage(form, asked), isDone: true, state: null }
  }
  const post = readPost(form.compiled, fields)
  const language = offeredLanguage(form, post.language ?? asked)
  const step = await takeTurn(() => takeStep(form.compiled, post, language))
  const { faults } = step.isComplete ? checkAnswers(form.compiled, step.answers) : { faults: [] }
  const { state } = faults.length > 0 ? showFaults(form.compiled, step.state, faults) : step
  const isDone = step.isComplete && faults.length === 0
  return { form, language, isDone, state: { ...state, receipt: post.receipt ?? randomUUID() } }
}
