// The right answer of a question, as its author wrote it (`correctAnswer` of SurveyJS), and what is right by it: the one reading
// for marking contests, for checking forms, and for the points of knowledge questions in an index. The surprise: it is never
// part of what a page, a script or an offline package is given.
import { Helpers } from 'survey-core'
import type { Json } from '#lib/surveys/reading'

/** As written in the form; undefined where there is none. Texts are composed (NFC), as answers are. */
export function rightAnswer(question: Json): unknown {
  const right = question.correctAnswer
  if (Helpers.isValueEmpty(right)) return undefined
  return typeof right === 'string' ? right.normalize('NFC') : right
}

/**
 * Whether an answer is right, as SurveyJS compares: capital and small letters are the same, spaces around a text do not count,
 * accents do ("ủy" is not "uy"), "4" is 4; a list is compared with or without its order.
 */
export function isRight(answer: unknown, right: unknown, ignoresOrder = false): boolean {
  return Helpers.isTwoValueEquals(answer, right, ignoresOrder, false, true)
}
