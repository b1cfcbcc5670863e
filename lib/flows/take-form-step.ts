// One step through the light form by a plain form post: shows the next page, or stores the answer when all pages have been
// passed. Nothing unfinished is kept here: the page carries it.
import { randomUUID } from 'node:crypto'
import type { MaybeActor } from '#lib/access'
import { type FormRequest, type OpenForm, openForm } from '#lib/flows/open-form'
import { offeredLanguage, type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import { submitAnswers } from '#lib/flows/submit-answers'
import { takeTurn } from '#lib/flows/take-turn'
import { type Fault, Problem, problems } from '#lib/problem'
import type { Answers } from '#lib/surveys/conditions'
import type { LanguageCode } from '#lib/surveys/languages'
import type { FormState } from '#lib/surveys/light-form/form-state'
import { type FormPost, readPost } from '#lib/surveys/light-form/read-post'
import { showFaults, takeStep } from '#lib/surveys/light-form/take-step'

export type FormStep = Pick<RecalledWave, 'languages' | 'drafts' | 'isSample' | 'file' | 'purpose'> & {
  language: LanguageCode
} & (
    | { isStored: true; receipt: string; answers: Answers }
    | { isStored: false; open: OpenForm; state: FormState }
  )

/** Open to everybody, like the submission it leads to. Throws the same problems, except for faults in the answers, and
 *  those of `beforeStoring`, which is asked once the whole answer is there. */
export async function takeFormStep(
  actor: MaybeActor,
  place: FormRequest & { language?: string },
  fields: URLSearchParams,
  beforeStoring: () => Promise<void> = async () => {},
): Promise<FormStep> {
  const wave = await recallWave(place.wave)
  const { compiled, languages, drafts, isSample, file, purpose } = wave
  if (wave.serving.way === 'surveyjs') throw problems.methodNotAllowed({ allow: 'GET, HEAD, OPTIONS' })
  const about = { languages, drafts, isSample, file, purpose }
  const post = readPost(compiled, fields)
  const language = offeredLanguage(wave, post.language ?? place.language)
  const go = () => takeStep(compiled, post, language)
  const step = wave.serving.way === 'light-by-page' ? await takeTurn(go) : go()
  let { state } = step
  if (step.isComplete && post.receipt) {
    await beforeStoring()
    const faults = await submit(actor, place, post, step.answers, language)
    if (!faults) return { ...about, language, isStored: true, receipt: post.receipt, answers: step.answers }
    state = showFaults(compiled, state, faults).state
  }
  const open = await openForm(actor, place)
  return {
    ...about,
    language,
    isStored: false,
    open,
    state: { ...state, receipt: post.receipt ?? randomUUID() },
  }
}

/** Null when it is stored; the faults when the answers have some. */
async function submit(
  actor: MaybeActor,
  where: FormRequest,
  post: FormPost,
  answers: Answers,
  language: LanguageCode,
): Promise<Fault[] | null> {
  const { receipt, formName: form } = post
  try {
    await submitAnswers(actor, { ...where, receipt, answers, form, language })
    return null
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'invalid_answers')
      return problem.details.faults as Fault[]
    throw problem
  }
}
