// Second gate of an answer: the rules that the author wrote: required, numbers of choices, limits, validators. The order
// and the odd corners are those of SurveyJS (validators run only when nothing else is wrong), proven by a test that
// compares random answers with SurveyModel. The light form's script runs this same file: conditions come compiled.
import type { Fault } from '#lib/problem'
import type { Answers, Condition } from '#lib/surveys/conditions'
import { answerFault, type FaultCode } from '#lib/surveys/fault-sentences'
import {
  commentKey,
  type Entry,
  type Field,
  type MatrixQuestion,
  type MultipleQuestion,
  otherChoice,
  type PlainValidator,
  type Question,
  type RankingQuestion,
  type Validator,
} from '#lib/surveys/form'
import type { LocalText } from '#lib/surveys/variable'

/** Checks one visible and enabled question in the light of all answers. */
export type RuleCheck = (answers: Answers) => Fault[]

export type CompileCondition = (expression: string) => Condition

/** The rules of a question. `isRequired` is asked each time, because "requiredIf" depends on the other answers. */
export function ruleCheck(question: Question, isRequired: Condition, compile: CompileCondition): RuleCheck {
  const { name, title } = question
  const own = ownRules(question)
  const validators = question.validators.map((validator) => validatorCheck(name, title, validator, compile))
  const words = otherChoice(question)
  return (answers) => {
    const value = answers[name]
    const faults: Fault[] = []
    if (value === undefined && isRequired(answers)) faults.push(...missing(question))
    if (words && holds(value, words.value) && answers[commentKey(question)] === undefined)
      faults.push(answerFault(name, title, 'words_required'))
    faults.push(...own(value).filter((fault) => !faults.some((other) => other.question === fault.question)))
    return faults.length ? faults : validators.flatMap((check) => check(value, answers))
  }
}

const holds = (value: unknown, choice: unknown) =>
  Array.isArray(value) ? value.includes(choice) : value === choice

/** Where every row must be answered, the rows name themselves. */
function missing(question: Question): Fault[] {
  if (question.kind === 'matrix' && question.isEachRowRequired) return []
  return [answerFault(question.name, question.title, 'required', { text: question.requiredText })]
}

function ownRules(question: Question): (value: unknown) => Fault[] {
  const { name, title } = question
  switch (question.kind) {
    case 'ranking':
      return question.isSelecting ? selectionCheck(question) : () => []
    case 'multiple':
      return selectionCheck(question)
    case 'matrix':
      return rowsCheck(question)
    case 'text':
      return limitCheck(name, title, question)
    case 'fields': {
      const checks = question.fields.map((field) => fieldRules(`${name}.${field.name}`, field))
      return (value) =>
        checks.flatMap((check, index) =>
          check((value as Answers | undefined)?.[question.fields[index]?.name ?? '']),
        )
    }
    default:
      return () => []
  }
}

function selectionCheck(question: MultipleQuestion | RankingQuestion): (value: unknown) => Fault[] {
  const { name, title } = question
  return (value) => {
    const chosen = Array.isArray(value) ? value : []
    const isAlone =
      chosen.length === 1 &&
      question.choices.some((choice) => choice.isExclusive && choice.value === chosen[0])
    if (question.minSelected && chosen.length < question.minSelected && !isAlone)
      return [answerFault(name, title, 'too_few', { limit: question.minSelected })]
    if (question.maxSelected && chosen.length > question.maxSelected)
      return [answerFault(name, title, 'too_many', { limit: question.maxSelected })]
    return []
  }
}

function rowsCheck(question: MatrixQuestion): (value: unknown) => Fault[] {
  const { name, title, rows } = question
  return (raw) => {
    const value = (raw ?? {}) as Answers
    const faults: Fault[] = []
    if (question.isEachRowRequired)
      for (const row of rows)
        if (value[row.name] === undefined)
          faults.push(answerFault(`${name}.${row.name}`, row.label, 'required'))
    const given = Object.values(value)
    if (question.isEachRowUnique && new Set(given).size < given.length)
      faults.push(answerFault(name, title, 'row_twice'))
    return faults
  }
}

function fieldRules(path: string, field: Field) {
  const limits = limitCheck(path, field.label, field)
  const validators = field.validators.map((validator) => plainCheck(path, field.label, validator))
  return (value: unknown): Fault[] => {
    if (value === undefined && field.isRequired) return [answerFault(path, field.label, 'required')]
    const faults = limits(value)
    return faults.length ? faults : validators.flatMap((check) => check(value))
  }
}

function limitCheck(path: string, title: LocalText, entry: Entry): (value: unknown) => Fault[] {
  const { min, max, step } = entry
  const fault = (code: FaultCode, limit?: number | string) => [answerFault(path, title, code, { limit })]
  return (value) => {
    if (value === undefined) return []
    const given = value as number | string
    if (min !== undefined && given < min) return fault('too_small', min)
    if (max !== undefined && given > max) return fault('too_large', max)
    if (step && typeof given === 'number' && !isMultiple(given, step)) return fault('wrong_step', step)
    if (entry.input === 'email' && !email.test(String(given))) return fault('not_an_email')
    return []
  }
}

function isMultiple(value: number, step: number): boolean {
  const quotient = value / step
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient))
}

const email = /^[^\s@<>()[\],;:"]+@([^\s@<>()[\],;:".]+\.)+[^\s@<>()[\],;:".]{2,}$/

/** One validator, as SurveyJS understands it. */
function validatorCheck(
  path: string,
  title: LocalText,
  validator: Validator,
  compile: CompileCondition,
): ValidatorCheck {
  if (validator.kind !== 'expression') return plainCheck(path, title, validator)
  const isMet = compile(validator.expression) // asked of empty answers too
  const faults = [answerFault(path, title, 'rule_broken', { text: validator.text })]
  return (_value, answers) => (isMet(answers) ? [] : faults)
}

type ValidatorCheck = (value: unknown, answers: Answers) => Fault[]

function plainCheck(path: string, title: LocalText, validator: PlainValidator): (value: unknown) => Fault[] {
  const { text } = validator
  const check = plainValidator(validator, (code, limit) => [answerFault(path, title, code, { text, limit })])
  return (value) => (value === undefined ? [] : check(value))
}

function plainValidator(
  validator: PlainValidator,
  fault: (code: FaultCode, limit?: number) => Fault[],
): (value: unknown) => Fault[] {
  switch (validator.kind) {
    case 'numeric':
      return (value) => {
        const number = typeof value === 'string' ? Number(value.replace(',', '.')) : value
        if (typeof number !== 'number' || !Number.isFinite(number)) return fault('not_a_number')
        if (validator.min !== undefined && number < validator.min) return fault('too_small', validator.min)
        return validator.max !== undefined && number > validator.max ? fault('too_large', validator.max) : []
      }
    case 'length':
      return (value) => {
        const words = String(value)
        if (!validator.allowDigits && /\d+$/.test(words)) return fault('no_digits')
        if (validator.min && words.length < validator.min) return fault('too_short', validator.min)
        return validator.max && words.length > validator.max ? fault('too_long', validator.max) : []
      }
    case 'count':
      return (value) => {
        const count = Array.isArray(value) ? value.length : 0
        if (count && validator.min && count < validator.min) return fault('too_few', validator.min)
        return validator.max && count > validator.max ? fault('too_many', validator.max) : []
      }
    case 'regex': {
      const pattern = new RegExp(validator.pattern, validator.flags)
      return (value) => (pattern.test(String(value)) ? [] : fault('wrong_pattern'))
    }
    case 'email':
      return (value) => (email.test(String(value)) ? [] : fault('not_an_email'))
  }
}
