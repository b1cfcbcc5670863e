// The same answers through both pages: the plain fields that the light form posts, and the data that SurveyJS completes
// with. What would be stored is the same, answer for answer and code for code.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { pagingOf } from '#lib/surveys/light-form/paging'
import { readPost } from '#lib/surveys/light-form/read-post'
import { plainData } from '#lib/surveys/survey-clock'
import { shownSurvey } from '#lib/surveys/survey-page/shown-survey'
import { surveyIn } from '#lib/surveys/survey-page/survey-page'
import { answerPages, answerSurvey } from './answer-pages'
import { shapedAnswers } from './arbitrary-answers'
import { exampleForms, sampleForms } from './example-forms'

/** RENDERER_RUNS=300 is for a change of a page. */
const numRuns = Number(process.env.RENDERER_RUNS ?? 12)

/** The fields of a plain form post in which somebody has given these answers. */
function fieldsOf(answers: Answers): URLSearchParams {
  const fields = new URLSearchParams([['~consent', '1']])
  for (const [name, value] of Object.entries(answers)) {
    if (Array.isArray(value)) for (const one of value) fields.append(name, String(one))
    else if (typeof value === 'object' && value !== null)
      for (const [part, inner] of Object.entries(value)) fields.append(`${name}.${part}`, String(inner))
    else fields.append(name, String(value))
  }
  return fields
}

function stored(compiled: CompiledForm, sent: Answers) {
  const { answers, faults } = checkAnswers(compiled, sent)
  const codes = faults.map(({ question, code }) => `${question} ${code}`)
  return { codes, ...(faults.length === 0 ? { answers, coded: codeAnswers(compiled, answers) } : {}) }
}

/** Stands for answers that a page does not let through. */
const refused = { codes: ['refused'] }

/** What SurveyJS in a browser would send at the end. */
function completed(compiled: CompiledForm, answers: Answers): Answers {
  const survey = shownSurvey(surveyIn(compiled.json, 'vi'), 'vi')
  survey.data = structuredClone(answers)
  survey.doComplete(true)
  return plainData(survey.data)
}

const forms = [...exampleForms, ...sampleForms].map(({ name, form }) => ({
  name,
  compiled: compileForm(form),
}))
const turnedBy = (who: 'browser' | 'server') =>
  forms.filter(({ compiled }) => compiled.renderer === 'light' && pagingOf(compiled).by === who)

describe.each(turnedBy('browser'))('$name', ({ compiled }) => {
  it('stores the same whichever page it was answered on', () => {
    fc.assert(
      fc.property(shapedAnswers(compiled), (answers) => {
        const light = readPost(compiled, fieldsOf(answers)).kept?.answers ?? {}
        const ours = stored(compiled, light)
        const theirs = stored(compiled, completed(compiled, answers))
        if (ours.codes.length === 0 || theirs.codes.length === 0) expect(ours).toEqual(theirs)
      }),
      { numRuns },
    )
  }, 3_600_000)
})

describe.each(turnedBy('server'))('$name, whose pages the server turns', ({ compiled }) => {
  it('stores the same whichever page it was answered on', () => {
    fc.assert(
      fc.property(shapedAnswers(compiled), (answers) => {
        const sent = answerSurvey(() => shownSurvey(surveyIn(compiled.json, 'vi'), 'vi'), answers)
        const step = answerPages(compiled, answers)
        const theirs = sent ? stored(compiled, sent) : refused
        const ours = step.isComplete ? stored(compiled, step.answers) : refused
        if (ours.codes.length === 0 || theirs.codes.length === 0) expect(ours).toEqual(theirs)
      }),
      { numRuns },
    )
  }, 3_600_000)
})
