// Every choice that a question can ever offer: its own, or those of the question it takes them from. Which of them are
// offered for given answers is asked of survey-core.

import type { Offered } from '#lib/surveys/check-value'
import type { Choice, ChoiceList, Form, Question } from '#lib/surveys/form'

/** `undefined` as a result: the choices come from what people enter, and only survey-core can tell. */
export function offeredChoices(form: Form): Offered {
  const byName = new Map(form.questions.map((question) => [question.name, question]))
  return (list) => resolve(list, byName, new Set())
}

function resolve(
  list: ChoiceList,
  byName: Map<string, Question>,
  seen: Set<ChoiceList>,
): Choice[] | undefined {
  const source = list.choicesFrom && byName.get(list.choicesFrom.question)
  const isElsewhere = list.choicesFrom !== undefined && /[.[]/.test(list.choicesFrom.question)
  if (!source || seen.has(list)) return isElsewhere && !list.choices.length ? undefined : list.choices
  if (!('choices' in source) || source.takesWords) return undefined
  const theirs = resolve(source, byName, new Set([...seen, list]))
  // Their "other" comes along with the words that were given for it.
  return source.choices.some((choice) => choice.role === 'other') || !theirs
    ? undefined
    : [...theirs, ...list.choices.filter((choice) => choice.role)]
}
