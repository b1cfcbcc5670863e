// One verdict about one set of answers: the shape of every value first, then the author's rules for what is visible, then
// answers to hidden questions are dropped. Agrees with SurveyJS on visibility, rules and what is dropped, and refuses
// what SurveyJS would let through.
import type { Fault } from '#lib/problem'
import type { CompiledForm, CompiledQuestion } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { answerFault, unknownQuestionFault } from '#lib/surveys/fault-sentences'
import { hiddenQuestions } from '#lib/surveys/hidden-questions'

/** `answers` is worth storing only when there are no faults. */
export type CheckedAnswers = { answers: Answers; faults: Fault[] }

/** Checks raw answers against a compiled form. Never throws for anything that came from outside. */
export function checkAnswers(compiled: CompiledForm, raw: unknown): CheckedAnswers {
  if (compiled.unsupported.length)
    throw new RangeError(`the form cannot be answered: ${compiled.unsupported.join('; ')}`)
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    return { answers: {}, faults: [answerFault('answers', { vi: 'answers', en: 'answers' }, 'wrong_type')] }
  const { answers, faults } = checkShapes(compiled, raw as Answers)
  const badlyShaped = new Set(faults.map((fault) => fault.question.split('.')[0]))
  const hidden = hiddenQuestions(compiled, answers)
  for (const compiledQuestion of compiled.questions) {
    const { question, isEnabled, checkRules } = compiledQuestion
    const isAsked = !hidden.has(compiledQuestion) && isEnabled(answers)
    if (isAsked && !badlyShaped.has(question.name)) faults.push(...checkRules(answers))
  }
  dropUnused(compiled.questions, hidden, answers)
  return { answers, faults: inOrder(compiled, faults) }
}

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
