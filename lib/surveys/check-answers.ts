// One verdict about one set of answers: the shape of every value first, then the author's rules for what is visible, then
// answers to hidden questions are dropped. Agrees with SurveyJS on visibility, rules and what is dropped, and refuses
// what SurveyJS would let through. Forms beyond our own checker are judged by a SurveyModel behind the same gate.
//
// The whole list of differences. Stricter than SurveyModel, on purpose: unknown keys, rows and columns; values not offered
// (also a default that is not among the choices, and choices that only a script on the page would load); values of
// another type ("4" for 4); over-long text; impossible dates; a choice twice, "none" beside others, more choices than the
// most; a slider's number beyond its ends or between its steps. Different in what is stored, on purpose: text is trimmed
// and composed (NFC) and loses what no database can keep (a lone U+0000 is no answer, where SurveyModel sees a text that
// may break a rule); null and "" are no answer, null in a list is an empty entry; expressions, calculated values and
// totals are computed here from the answers alone, whatever was sent: so a total of 0 that a page has worked out over no
// numbers is not kept, as SurveyModel itself has none when it is given the answers without it. Totals of texts under an
// input mask can differ: SurveyJS' own sum depends on whether it has made one before.
import type { Fault } from '#lib/problem'
import { checkWithSurvey } from '#lib/surveys/check-with-survey'
import type { CompiledForm, CompiledQuestion } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { answerFault, unknownQuestionFault } from '#lib/surveys/fault-sentences'
import { hiddenQuestions } from '#lib/surveys/hidden-questions'
import { atTime } from '#lib/surveys/survey-clock'

/** `answers` is worth storing only when there are no faults. */
export type CheckedAnswers = { answers: Answers; faults: Fault[] }

/**
 * Checks raw answers against a compiled form. Never throws for anything that came from outside. `now` is what "today()"
 * means in expressions.
 */
export function checkAnswers(compiled: CompiledForm, raw: unknown, now = new Date()): CheckedAnswers {
  if (compiled.refusals.length)
    return { answers: {}, faults: compiled.refusals.map((why) => ({ ...why, ...formRefused })) }
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    return { answers: {}, faults: [answerFault('answers', { vi: 'answers', en: 'answers' }, 'wrong_type')] }
  const shaped = checkShapes(compiled, raw as Answers)
  const judge = compiled.checker === 'compiled' ? judgeCompiled : judgeBySurvey
  return atTime(now, () => judge(compiled, shaped))
}

const formRefused = { question: 'form', code: 'form_refused' }

function judgeCompiled(compiled: CompiledForm, { answers, faults }: CheckedAnswers): CheckedAnswers {
  const badlyShaped = ownersOf(faults)
  const hidden = hiddenQuestions(compiled, answers)
  for (const compiledQuestion of compiled.questions) {
    const { question, isEnabled, checkRules } = compiledQuestion
    const isAsked = !hidden.has(compiledQuestion) && isEnabled(answers)
    if (isAsked && !badlyShaped.has(question.name)) faults.push(...checkRules(answers))
  }
  dropUnused(compiled.questions, hidden, answers)
  return { answers, faults: inOrder(compiled, faults) }
}

function judgeBySurvey(compiled: CompiledForm, shaped: CheckedAnswers): CheckedAnswers {
  const badlyShaped = ownersOf(shaped.faults)
  const judged = checkWithSurvey(compiled.json, shaped.answers)
  const faults = judged.faults.filter((fault) => !badlyShaped.has(ownerOf(fault)))
  return { answers: judged.answers, faults: inOrder(compiled, [...shaped.faults, ...faults]) }
}

const ownerOf = (fault: Fault) => fault.question.split('.')[0] ?? ''
const ownersOf = (faults: Fault[]) => new Set(faults.map(ownerOf))

function checkShapes(compiled: CompiledForm, raw: Answers): CheckedAnswers {
  const faults: Fault[] = []
  for (const key of Object.keys(raw)) {
    if (faults.length >= mostUnknown) break
    if (!compiled.checkValue.has(key)) faults.push(unknownQuestionFault(key))
  }
  const answers: Answers = {}
  for (const [key, check] of compiled.checkValue) {
    const checked = check(Object.hasOwn(raw, key) ? raw[key] : undefined)
    if (checked.value !== undefined) answers[key] = checked.value
    faults.push(...checked.faults)
  }
  return { answers, faults }
}

/** A body full of invented questions must not become an answer as long as itself. */
const mostUnknown = 20

/** As SurveyJS does on completion: what was hidden before anything is dropped goes, and words without their "other". */
function dropUnused(questions: CompiledQuestion[], hidden: Set<CompiledQuestion>, answers: Answers): void {
  for (const { question, words } of questions) {
    if (!words || words.isRemark) continue
    const value = answers[question.name]
    const isChosen = Array.isArray(value) ? value.includes(words.otherValue) : value === words.otherValue
    if (!isChosen) delete answers[words.key]
  }
  for (const { question, words } of hidden) {
    delete answers[question.name]
    if (words) delete answers[words.key]
  }
}

function inOrder(compiled: CompiledForm, faults: Fault[]): Fault[] {
  const order = new Map([...compiled.checkValue.keys()].map((key, index) => [key, index]))
  const place = (fault: Fault) =>
    order.get(fault.question) ?? order.get(fault.question.split('.')[0] ?? '') ?? -1
  return faults.sort((a, b) => place(a) - place(b))
}
