// A published form is compiled once into checks; after that an answer costs microseconds, not a SurveyModel.
// `unsupported` names what the form uses and this house does not know: the definitions' cross-checks refuse such a form.

import { type RuleCheck, ruleCheck } from '#lib/surveys/check-rules'
import { type CheckedValue, valueCheck, wordsCheck } from '#lib/surveys/check-value'
import { codebookOf } from '#lib/surveys/codebook'
import { type Answers, type Condition, compileCondition, conditionFaults } from '#lib/surveys/conditions'
import {
  type Conditions,
  commentKey,
  type Element,
  type Form,
  otherChoice,
  type Page,
  type Question,
} from '#lib/surveys/form'
import { longestRemark } from '#lib/surveys/longest-remark'
import { readForm } from '#lib/surveys/read-form'
import type { Variable } from '#lib/surveys/variable'

export type CompiledQuestion = {
  question: Question
  /** Conditions of the question and of what is around it: all must hold. */
  visibleIf: Condition[]
  isVisible: Condition
  isEnabled: Condition
  checkRules: RuleCheck
  /** Where the words beside the answer are kept, if there are any. */
  words?: { key: string; isRemark: boolean; otherValue?: unknown }
}
export type CompiledForm = {
  form: Form
  codebook: Variable[]
  questions: CompiledQuestion[]
  /** The own conditions of pages, panels, texts and questions, not those of what is around them. */
  isShown: Map<Page | Element, Condition>
  /** By key of the answers object: the check of that value's shape. */
  checkValue: Map<string, (raw: unknown) => CheckedValue>
  unsupported: string[]
}

const always: Condition = () => true

/** Compiles a SurveyJS form JSON. Never throws for a faulty condition or pattern: it is listed in `unsupported`. */
export function compileForm(formJson: unknown): CompiledForm {
  const form = readForm(formJson)
  const keys = form.questions.flatMap((question) => [question.key, commentKey(question)])
  const unsupported = [
    ...form.mistakes,
    ...form.beyondChecker,
    ...form.beyondLight,
    ...expressionFaults(form, keys),
    ...patternFaults(form),
  ]
  const compile = conditionCompiler()
  const checkValue = new Map<string, (raw: unknown) => CheckedValue>()
  const questions = unsupported.length
    ? []
    : form.questions.map((question) => compileQuestion(question, compile, checkValue))
  const isShown: CompiledForm['isShown'] = new Map()
  if (!unsupported.length) compileShown(form.pages, compile, isShown)
  return { form, codebook: codebookOf(form.questions), questions, isShown, checkValue, unsupported }
}

function compileShown(parts: (Page | Element)[], compile: Compile, isShown: CompiledForm['isShown']): void {
  for (const part of parts) {
    isShown.set(part, compile(part.visibleIf))
    if ('elements' in part) compileShown(part.elements, compile, isShown)
  }
}

function compileQuestion(
  question: Question,
  compile: Compile,
  checkValue: CompiledForm['checkValue'],
): CompiledQuestion {
  checkValue.set(question.name, valueCheck(question))
  const other = otherChoice(question)
  const words =
    other || question.comment
      ? { key: commentKey(question), isRemark: !other, otherValue: other?.value }
      : undefined
  if (words) checkValue.set(words.key, wordsCheck(words.key, question.title, longestRemark))
  const around = [...question.within, question]
  const visibleIf = distinct(around.map((part) => compile(part.visibleIf)))
  const isRequired = question.requiredIf ? compile(question.requiredIf) : () => question.isRequired
  return {
    question,
    visibleIf,
    isVisible: all(visibleIf),
    isEnabled: all(distinct(around.map((part) => compile(part.enableIf)))),
    checkRules: ruleCheck(question, isRequired, compile),
    words,
  }
}

type Compile = (expression: string | undefined) => Condition

/** The same expression often stands at many questions: it is parsed once, and run once per set of answers. */
function conditionCompiler(): Compile {
  const compiled = new Map<string, Condition>()
  return (expression) => {
    if (!expression) return always
    const existing = compiled.get(expression)
    if (existing) return existing
    const condition = compileCondition(expression)
    compiled.set(expression, condition)
    return condition
  }
}

const distinct = (conditions: Condition[]) =>
  [...new Set(conditions)].filter((condition) => condition !== always)

function all(conditions: Condition[]): Condition {
  return conditions.length
    ? (answers: Answers) => conditions.every((condition) => condition(answers))
    : always
}

function expressionFaults(form: Form, keys: string[]): string[] {
  return conditionsOf(form).flatMap(([owner, expression]) =>
    conditionFaults(expression, keys).map((fault) => `${owner}: ${fault}`),
  )
}

/** Every expression in a form with the name of its owner. */
function conditionsOf(form: Form): [string, string][] {
  const found: [string, string | undefined][] = []
  const visit = (part: Conditions & { name: string; elements?: Form['pages'][number]['elements'] }) => {
    found.push([part.name, part.visibleIf], [part.name, part.enableIf])
    for (const element of part.elements ?? []) visit(element)
  }
  form.pages.forEach(visit)
  for (const question of form.questions) {
    found.push([question.name, question.requiredIf])
    for (const validator of question.validators)
      if (validator.kind === 'expression') found.push([question.name, validator.expression])
  }
  return found.filter((entry): entry is [string, string] => Boolean(entry[1]))
}

function patternFaults(form: Form): string[] {
  return form.questions.flatMap(({ name, validators }) =>
    validators.flatMap((validator) => {
      if (validator.kind !== 'regex') return []
      try {
        new RegExp(validator.pattern, validator.flags)
        return []
      } catch {
        return [`${name}: “${validator.pattern}” is no regular expression`]
      }
    }),
  )
}
