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
  const drawn = new Map(form.codebook.map((variable) => [variable, draw(variable)]))
  for (let attempt = 0; ; attempt++) {
    const { answers, faults } = settle(
      form,
      fillForm(form, (variable) => drawn.get(variable)),
    )
    if (faults.length === 0) return answers
    if (attempt === mostDraws) {
      throw new RangeError(`sampleAnswers cannot meet a rule of the form: ${faults[0]?.en}`)
    }
    const faulty = new Set(faults.map((fault) => fault.question.split('.')[0]))
    for (const variable of form.codebook) {
      if (faulty.has(variable.question))
        drawn.set(variable, attempt < mostDraws / 2 ? draw(variable) : undefined)
    }
  }
}

/** Checks until nothing more is dropped: a question may depend on one that was dropped as hidden itself. */
function settle(form: CompiledForm, raw: Answers): CheckedAnswers {
  const checked = checkAnswers(form, raw)
  const isSettled =
    checked.faults.length > 0 || Object.keys(checked.answers).length === Object.keys(raw).length
  return isSettled ? checked : settle(form, checked.answers)
}

function drawValue(variable: Variable, form: CompiledForm, random: RandomGenerator): unknown {
  const isChosen = (outOf: number) => uniformInt(random, 1, outOf) === 1
  if (variable.option !== undefined) return isChosen(4)
  if (isChosen(8)) return undefined
  if (variable.values.length > 0) {
    return variable.values[uniformInt(random, 0, variable.values.length - 1)]?.value
  }
  return drawEntry(entryOf(variable, form.form.questions), random)
}

/** What may be typed into a free entry; words beside a question are plain text. */
function entryOf(variable: Variable, questions: Question[]): Entry {
  const question = questions.find((one) => one.name === variable.question)
  if (question?.kind === 'text') return question
  const field = question?.kind === 'fields' && question.fields.find((one) => one.name === variable.row)
  return field || { input: 'text', maxLength: 100 }
}

const words = ['nhanh', 'chậm', 'rõ ràng', 'hồ sơ đất', 'chờ lâu', '=1+1', 'trả lời “tốt”', 'a;b,c', 'AB1']

function drawEntry(entry: Entry, random: RandomGenerator): unknown {
  const between = (low: number, high: number) => uniformInt(random, low, Math.max(low, high))
  switch (entry.input) {
    case 'number': {
      const low = Math.ceil(Number(entry.min ?? 0))
      return between(low, Math.floor(Number(entry.max ?? low + 100)))
    }
    case 'date':
      return `2024-0${between(1, 9)}-${between(10, 28)}`
    case 'month':
      return `2024-0${between(1, 9)}`
    case 'time':
      return `0${between(7, 9)}:${between(10, 59)}`
    case 'email':
      return `nguoi${between(1, 99)}@example.vn`
    case 'tel':
      return `0259${between(100000, 999999)}`
    case 'url':
      return `https://example.vn/${between(1, 99)}`
    case 'text':
      return words[between(0, words.length - 1)]?.slice(0, entry.maxLength)
  }
}
