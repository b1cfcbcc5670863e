// Random valid answers to any form, for tests and for showing a form at work. Every allowed value is as likely as the
// others: such answers have the shape of real ones, never their distribution.
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { type CheckedAnswers, checkAnswers } from '#lib/surveys/check-answers'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { fillForm } from '#lib/surveys/fill-form'
import type { Entry, Question } from '#lib/surveys/form'
import type { Variable } from '#lib/surveys/variable'

/** Draws before we give up: a rule such as a regular expression cannot be guessed. From half of them on, leaving it empty is tried. */
const mostDraws = 200

/**
 * Draws answers that `checkAnswers` accepts and returns unchanged. The same generator state gives the same answers.
 * Throws RangeError when a rule of the form cannot be met by guessing; the message names the question.
 */
export function sampleAnswers(form: CompiledForm, random: RandomGenerator): Answers {
  const draw = (variable: Variable) => drawValue(variable, form, random)
  let filled = drawFilled(form, random)
  const drawn = new Map(form.codebook.map((variable) => [variable, draw(variable)]))
  for (let attempt = 0; ; attempt++) {
    const { answers, faults } = settle(
      form,
      fillForm(form, (variable) => (isFilled(variable, filled) ? drawn.get(variable) : undefined)),
    )
    if (faults.length === 0) return answers
    if (attempt === mostDraws) {
      throw new RangeError(`sampleAnswers cannot meet a rule of the form: ${faults[0]?.en}`)
    }
    filled = drawFilled(form, random)
    const faulty = new Set(faults.map((fault) => keyOf(form, fault.question.split('.')[0] ?? '')))
    const named = form.codebook.filter(({ question }) => faulty.has(question))
    // A panel that must not stay empty is no question itself: anything may be what it lacks.
    for (const variable of named.length > 0 ? named : form.codebook)
      drawn.set(variable, attempt < mostDraws / 2 || named.length === 0 ? draw(variable) : undefined)
  }
}

/** Faults name questions; answers of questions that share one stand under another key. */
const keyOf = (form: CompiledForm, name: string) =>
  form.form.questions.find((question) => question.name === name)?.key ?? name

/** Checks until nothing more is dropped: a question may depend on one that was dropped as hidden itself. */
function settle(form: CompiledForm, raw: Answers): CheckedAnswers {
  const checked = checkAnswers(form, raw)
  const isSettled =
    checked.faults.length > 0 || Object.keys(checked.answers).length === Object.keys(raw).length
  return isSettled ? checked : settle(form, checked.answers)
}

/** How many repetitions of each repeated question are filled in: never more than three, so that most are complete. */
function drawFilled(form: CompiledForm, random: RandomGenerator): Map<string, number> {
  const repeated = form.form.questions.flatMap((question) => {
    const repeat =
      question.kind === 'groups' ? question.repeat : question.kind === 'cells' ? question.added : undefined
    return repeat ? [{ key: question.key, min: Math.max(repeat.min, repeat.count), max: repeat.max }] : []
  })
  return new Map(
    repeated.map(({ key, min, max }) => [key, uniformInt(random, min, Math.max(min, Math.min(max, 3)))]),
  )
}

function isFilled({ question, path }: Variable, filled: Map<string, number>): boolean {
  const [repetition] = path ?? []
  return typeof repetition !== 'number' || repetition < (filled.get(question) ?? 0)
}

function drawValue(variable: Variable, form: CompiledForm, random: RandomGenerator): unknown {
  const isChosen = (outOf: number) => uniformInt(random, 1, outOf) === 1
  if (variable.option !== undefined) return isChosen(4)
  if (variable.isRequired && variable.path) return drawGiven(variable, form, random)
  if (isChosen(8)) return undefined
  return drawGiven(variable, form, random)
}

function drawGiven(variable: Variable, form: CompiledForm, random: RandomGenerator): unknown {
  if (variable.values.length > 0) {
    return variable.values[uniformInt(random, 0, variable.values.length - 1)]?.value
  }
  return drawEntry(entryOf(variable, form.form.questions), random)
}

/** What may be typed into a free entry; words beside a question are plain text. */
function entryOf(variable: Variable, questions: Question[]): Entry {
  return entryIn(questions, [variable.question, ...(variable.path ?? [variable.row])]) ?? plainText
}

const plainText: Entry = { input: 'text', maxLength: 100 }

/** Follows the way to a column into tables and repeated panels. */
function entryIn(questions: Question[], [key, ...way]: unknown[]): Entry | undefined {
  const question = questions.find((one) => one.key === key)
  if (question?.kind === 'text') return question
  if (question?.kind === 'fields') return question.fields.find((one) => one.name === way[0])
  if (question?.kind === 'cells') return entryIn(question.columns, way.slice(1))
  return question?.kind === 'groups' ? entryIn(question.questions, way.slice(1)) : undefined
}

const words = ['nhanh', 'chậm', 'rõ ràng', 'hồ sơ đất', 'chờ lâu', '=1+1', 'trả lời “tốt”', 'a;b,c', 'AB1']

function drawEntry(entry: Entry, random: RandomGenerator): unknown {
  const between = (low: number, high: number) => uniformInt(random, low, Math.max(low, high))
  switch (entry.input) {
    case 'number':
    case 'range': {
      const step = entry.step ?? 1
      const low = Math.ceil(Number(entry.min ?? 0))
      const most = Math.floor(Number(entry.max ?? low + 100))
      return low + between(0, Math.floor((most - low) / step)) * step
    }
    case 'date':
      return `2024-0${between(1, 9)}-${between(10, 28)}`
    case 'month':
      return `2024-0${between(1, 9)}`
    case 'datetime-local':
      return `2024-0${between(1, 9)}-${between(10, 28)}T0${between(7, 9)}:${between(10, 59)}`
    case 'week':
      return `2024-W${between(10, 52)}`
    case 'color':
      return `#${between(100000, 999999)}`
    case 'time':
      return `0${between(7, 9)}:${between(10, 59)}`
    case 'email':
      return `nguoi${between(1, 99)}@example.vn`
    case 'tel':
      return `0259${between(100000, 999999)}`
    case 'url':
      return `https://example.vn/${between(1, 99)}`
    case 'text':
    case 'password':
      return words[between(0, words.length - 1)]?.slice(0, entry.maxLength)
  }
}
