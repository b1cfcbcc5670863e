// A step of the flows that take an answer for a criterion: from what was typed to an answer, or a problem at its field.
import type { OpenedRound } from '#lib/flows/open-round-sheet'
import { problems } from '#lib/problem'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import { readAnswer, type TypedAnswer } from '#lib/rounds/read-answer'
import type { Answer } from '#lib/rounds/round-event'
import { inLanguage } from '#lib/surveys/local-text'

/** Throws notFound. */
export function askedCriterion({ asked }: OpenedRound, code: string): AskedCriterion {
  const criterion = asked.find((one) => one.code === code)
  if (!criterion) throw problems.notFound({ what: 'tiêu chí', id: code })
  return criterion
}

/** Throws invalidInput with the fault at the criterion. */
export function readTyped(criterion: AskedCriterion, typed: TypedAnswer): Answer {
  const read = readAnswer(criterion, typed)
  if ('answer' in read) return read.answer
  const { code, name } = criterion
  const vi = `“${name.vi}”: ${read.fault.vi}`
  const en = `“${inLanguage(name, 'en')}”: ${read.fault.en}`
  throw problems.invalidInput({ faults: [{ question: code, code: 'wrong_figure', vi, en }] })
}
