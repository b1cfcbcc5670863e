// First gate of an answer: has it the shape that the question offers? survey-core would let most of this through (99 on a
// five-point scale, unknown rows, over-long text), so that it is ours. Nothing is repaired except white space and
// characters that cannot be stored. What depends on other answers (which choices are offered now) is asked later.
import type { Fault } from '#lib/problem'
import { entryCheck } from '#lib/surveys/check-entry'
import { answerFault, type FaultCode } from '#lib/surveys/fault-sentences'
import {
  type Choice,
  type ChoiceList,
  commentKey,
  type MatrixQuestion,
  otherChoice,
  type Question,
  type RankingQuestion,
  type TextQuestion,
} from '#lib/surveys/form'
import { longestRemark } from '#lib/surveys/longest-remark'
import type { LocalText } from '#lib/surveys/variable'

/**
 * `value` is undefined when there is no answer: null, "", [], {} and blanks count as none. Only where people add rows or
 * repetitions, [] is an answer: they have taken away those that the form began with.
 */
export type CheckedValue = { value?: unknown; faults: Fault[] }
export type ValueCheck = (raw: unknown) => CheckedValue
/** Every choice that a question can ever offer; undefined when only survey-core can tell. */
export type Offered = (question: ChoiceList) => Choice[] | undefined

const none: CheckedValue = { faults: [] }
const setElsewhere = { input: 'text', maxLength: longestRemark, isSetByForm: true } as const
const ownChoices: Offered = (question) => question.choices

/** The check of a question's own value. `path` names it in faults: "table.row.column" inside a table. */
export function valueCheck(
  question: Question,
  offered: Offered = ownChoices,
  path = question.name,
): ValueCheck {
  const { title } = question
  switch (question.kind) {
    case 'single':
      return choiceCheck(path, title, question, offered)
    case 'multiple':
      return severalCheck(path, title, question, offered)
    case 'ranking':
      return rankingCheck(path, question, offered)
    case 'text':
      return question.isScale ? scaleCheck(path, question) : entryCheck(path, title, question)
    case 'matrix':
      return matrixCheck(path, question)
    case 'fields': {
      const checks = question.fields.map(
        (field) => [field.name, entryCheck(`${path}.${field.name}`, field.label, field)] as const,
      )
      return partsCheck(path, title, new Map(checks))
    }
    case 'cells': {
      if (question.added)
        return listCheck(path, title, question.added.max, (at) => partsOf(question.columns, offered, at))
      const rows = question.rows.map((row) => {
        const own = `${path}.${row.name}`
        return [row.name, partsCheck(own, row.label, partsOf(question.columns, offered, own))] as const
      })
      return partsCheck(path, title, new Map(rows))
    }
    case 'groups':
      return listCheck(path, title, question.repeat.max, (at) => partsOf(question.questions, offered, at))
    case 'expression':
      return question.expression ? computed : entryCheck(path, title, setElsewhere)
    case 'foreign':
      return foreignCheck(path, title)
  }
}

/** The check of the words beside a question. */
export function wordsCheck(key: string, title: LocalText, maxLength: number): ValueCheck {
  return entryCheck(key, title, { input: 'text', maxLength })
}

/** True when words are kept beside the answer: for "other", or as a remark. */
export function takesWords(question: Question): boolean {
  return question.comment !== undefined || otherChoice(question) !== undefined
}

/** The checks of everything that can stand in one row or one repetition, by key. */
function partsOf(questions: Question[], offered: Offered, path: string): Map<string, ValueCheck> {
  const parts = new Map<string, ValueCheck>()
  for (const question of questions) {
    const own = `${path}.${question.name}`
    addCheck(parts, question.key, valueCheck(question, offered, own))
    if (takesWords(question)) {
      const key = commentKey(question)
      addCheck(parts, key, wordsCheck(`${path}.${key}`, question.title, longestRemark))
    }
    if (question.kind === 'cells' && question.totals.length) addCheck(parts, totalsKey(question), computed)
  }
  return parts
}

/** The key under which SurveyJS keeps the totals of a table. */
export const totalsKey = (question: { key: string }) => `${question.key}-total`

/** Computed here: whatever a browser sends along is neither refused nor believed. */
export const computed: ValueCheck = () => none

/** Questions may share an answer: what one of them accepts is accepted. */
export function addCheck(checks: Map<string, ValueCheck>, key: string, check: ValueCheck): void {
  const other = checks.get(key)
  checks.set(
    key,
    other
      ? (raw) => {
          const first = other(raw)
          if (!first.faults.length) return first
          const second = check(raw)
          return second.faults.length ? first : second
        }
      : check,
  )
}

/**
 * Questions that share an answer (valueName): lists of objects hold what any of them asks, tables the rows of all; of
 * anything else one of them must accept it.
 */
export function mergedCheck(questions: Question[], offered: Offered): ValueCheck {
  const [{ name, title }] = questions as [Question]
  const entries = (path: string) => {
    const parts = new Map<string, ValueCheck>()
    for (const question of questions)
      for (const [key, check] of entryParts(question, offered, path)) addCheck(parts, key, check)
    return parts
  }
  if (questions.every(isListOfObjects)) return listCheck(name, title, 1000, entries)
  const checks = questions.map((question) => valueCheck(question, offered))
  if (questions.every(({ kind }) => kind === 'matrix' || kind === 'fields' || kind === 'cells'))
    return (raw) => mergeParts(checks, raw, name, title)
  const any = new Map<string, ValueCheck>()
  for (const check of checks) addCheck(any, name, check)
  return any.get(name) ?? computed
}

const isListOfObjects = (question: Question) =>
  question.kind === 'groups' ||
  (question.kind === 'cells' && question.added !== undefined) ||
  (question.kind === 'multiple' && question.valueProperty !== undefined)

function entryParts(question: Question, offered: Offered, path: string): Map<string, ValueCheck> {
  if (question.kind === 'groups') return partsOf(question.questions, offered, path)
  if (question.kind === 'cells') return partsOf(question.columns, offered, path)
  if (question.kind !== 'multiple') return new Map()
  return new Map([[question.valueProperty ?? '', choiceCheck(path, question.title, question, offered)]])
}

/** Each question takes the rows it knows; a row that none of them knows is a fault. */
function mergeParts(checks: ValueCheck[], raw: unknown, path: string, title: LocalText): CheckedValue {
  if (raw === null || raw === undefined || raw === '') return none
  if (typeof raw !== 'object' || Array.isArray(raw)) return fail(path, title, 'wrong_type')
  const value: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(raw)) {
    const tries = checks.map((check) => check({ [key]: part }))
    const taken = tries.find((one) => !one.faults.length)
    if (!taken) return tries[0] ?? none
    Object.assign(value, taken.value)
  }
  return Object.keys(value).length ? { value, faults: [] } : none
}

/** Values without a type: choices may be objects. */
const sameKey = (value: unknown) =>
  typeof value === 'object' ? JSON.stringify(value) : (value as Choice['value'])

function choiceCheck(path: string, title: LocalText, list: ChoiceList, offered: Offered): ValueCheck {
  const choices = offered(list)
  const values = new Set(choices?.map((choice) => sameKey(choice.value)))
  const texts = new Set(choices?.map((choice) => String(choice.value)))
  const words = entryCheck(path, title, { input: 'text', maxLength: longestRemark })
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (list.takesRemarks && typeof raw === 'object')
      return remarkCheck(path, title, { values, takesWords: list.takesWords === true }, words, raw)
    if (values.has(sameKey(raw))) return { value: raw, faults: [] }
    if (typeof raw === 'string' && (list.takesWords || !choices)) return words(raw)
    if (!choices && (typeof raw === 'number' || typeof raw === 'boolean')) return { value: raw, faults: [] }
    if (typeof raw === 'object' || texts.has(String(raw))) return fail(path, title, 'wrong_type')
    return fail(path, title, 'value_not_offered', { value: raw })
  }
}

/** A choice with a remark of its own: { value, comment }. */
function remarkCheck(
  path: string,
  title: LocalText,
  { values, takesWords }: { values: Set<unknown>; takesWords: boolean },
  words: ValueCheck,
  raw: object,
): CheckedValue {
  const { value, comment, ...rest } = raw as Record<string, unknown>
  if (Object.keys(rest).length) return fail(path, title, 'wrong_type')
  const isOwn = takesWords && typeof value === 'string' && !words(value).faults.length
  if (!values.has(sameKey(value)) && !isOwn) return fail(path, title, 'value_not_offered', { value })
  const checked = words(comment)
  return {
    value: checked.value === undefined ? { value } : { value, comment: checked.value },
    faults: checked.faults,
  }
}

function severalCheck(
  path: string,
  title: LocalText,
  list: ChoiceList & { kind?: string },
  offered: Offered,
): ValueCheck {
  const one = list.valueProperty
    ? propertyCheck(path, title, list, offered)
    : choiceCheck(path, title, list, offered)
  const choices = offered(list) ?? []
  const exclusive = new Set(choices.filter((choice) => choice.isExclusive).map((choice) => choice.value))
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (!Array.isArray(raw) || raw.length > choices.length + 100) return fail(path, title, 'wrong_type')
    const checked = raw.map((value) => one(value))
    const faults = checked.flatMap((each) =>
      each.value === undefined && each.faults.length === 0
        ? fail(path, title, 'wrong_type').faults
        : each.faults,
    )
    if (faults.length) return { faults: faults.slice(0, 1) }
    const values = checked.map((each) => each.value)
    const keys = values.map(sameKey)
    const twice = values.find((_, index) => keys.indexOf(keys[index] as string) !== index)
    if (twice !== undefined) return fail(path, title, 'value_twice', { value: twice })
    const alone = raw.length > 1 ? raw.find((value) => exclusive.has(value)) : undefined
    if (alone !== undefined)
      return fail(path, title, 'excludes_others', {
        value: choices.find((choice) => choice.value === alone)?.label.vi,
      })
    return values.length ? { value: values, faults: [] } : none
  }
}

/** Where everything is to be ranked, what was left out comes last, in the order of the form, as SurveyJS has it. */
function rankingCheck(path: string, question: RankingQuestion, offered: Offered): ValueCheck {
  const check = severalCheck(path, question.title, question, offered)
  const all = question.isSelecting ? [] : (offered(question) ?? []).map((choice) => choice.value)
  return (raw) => {
    const { value, faults } = check(raw)
    if (!Array.isArray(value)) return { faults }
    return { value: [...value, ...all.filter((one) => !value.includes(one))], faults }
  }
}

/** Answers that are objects: one property is the choice, the others belong to a table that shares the answer. */
function propertyCheck(path: string, title: LocalText, list: ChoiceList, offered: Offered): ValueCheck {
  const one = choiceCheck(path, title, list, offered)
  const rest = foreignCheck(path, title)
  return (raw) => {
    if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return fail(path, title, 'wrong_type')
    const { faults, value } = one((raw as Record<string, unknown>)[list.valueProperty ?? ''])
    if (faults.length || value === undefined)
      return faults.length ? { faults } : fail(path, title, 'wrong_type')
    return rest(raw)
  }
}

/** survey-core lets the number of a slider be anything; ends that follow from the answers only it can tell. */
function scaleCheck(path: string, question: TextQuestion): ValueCheck {
  const { title, min, max, step = 1, minExpression, maxExpression } = question
  const check = entryCheck(path, title, question)
  return (raw) => {
    const { value, faults } = check(raw)
    if (typeof value !== 'number') return { faults }
    if (!minExpression && value < Number(min)) return fail(path, title, 'too_small', { limit: min })
    if (!maxExpression && value > Number(max)) return fail(path, title, 'too_large', { limit: max })
    const steps = (value - Number(min)) / step
    const isOnStep =
      minExpression || Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps))
    return isOnStep ? { value, faults } : fail(path, title, 'wrong_step', { limit: step })
  }
}

function matrixCheck(path: string, question: MatrixQuestion): ValueCheck {
  const list = { choices: question.columns }
  const check = (own: string, label: LocalText) =>
    question.isMultiple
      ? severalCheck(own, label, list, ownChoices)
      : choiceCheck(own, label, list, ownChoices)
  if (!question.rows.length) return check(path, question.title)
  const rows = question.rows.map((row) => [row.name, check(`${path}.${row.name}`, row.label)] as const)
  return partsCheck(path, question.title, new Map(rows))
}

function partsCheck(path: string, title: LocalText, parts: Map<string, ValueCheck>): ValueCheck {
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (typeof raw !== 'object' || Array.isArray(raw)) return fail(path, title, 'wrong_type')
    const given = raw as Record<string, unknown>
    const unknown = Object.keys(given).find((key) => !parts.has(key))
    if (unknown !== undefined) return fail(path, title, 'unknown_row', { value: unknown })
    const value: Record<string, unknown> = {}
    const faults: Fault[] = []
    for (const [name, check] of parts) {
      const checked = check(Object.hasOwn(given, name) ? given[name] : undefined)
      if (checked.value !== undefined) value[name] = checked.value
      faults.push(...checked.faults)
    }
    return Object.keys(value).length ? { value, faults } : { faults }
  }
}

/** Repetitions: empty ones keep their place. */
function listCheck(
  path: string,
  title: LocalText,
  most: number,
  parts: (path: string) => Map<string, ValueCheck>,
): ValueCheck {
  const checks: ValueCheck[] = []
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (!Array.isArray(raw)) return fail(path, title, 'wrong_type')
    if (raw.length > most) return fail(path, title, 'too_many', { limit: most })
    const faults: Fault[] = []
    const value = raw.map((item, index) => {
      const own = `${path}.${index}`
      checks[index] ??= partsCheck(own, title, parts(own))
      const checked = checks[index](item)
      faults.push(...checked.faults)
      return checked.value ?? {}
    })
    return { value, faults: faults.slice(0, mostFaults) }
  }
}

const mostFaults = 50
/** Characters of an answer to a question that we do not know the shape of. */
const longestForeign = 100_000

function foreignCheck(path: string, title: LocalText): ValueCheck {
  return (raw) => {
    if (raw === null || raw === undefined || raw === '') return none
    if (JSON.stringify(raw).length > longestForeign)
      return fail(path, title, 'too_long', { limit: longestForeign })
    return { value: raw, faults: [] }
  }
}

function fail(path: string, title: LocalText, code: FaultCode, facts = {}): CheckedValue {
  return { faults: [answerFault(path, title, code, facts)] }
}
