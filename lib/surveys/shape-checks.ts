// The gate of shapes of a whole form: for every key that an answers object may have, the check of its value.
import {
  addCheck,
  computed,
  mergedCheck,
  takesWords,
  totalsKey,
  type ValueCheck,
  valueCheck,
  wordsCheck,
} from '#lib/surveys/check-value'
import { commentKey, type Form } from '#lib/surveys/form'
import { longestRemark } from '#lib/surveys/longest-remark'
import { offeredChoices } from '#lib/surveys/offered-choices'

/** Checks by key, in the order of the form. */
export function shapeChecks(form: Form): Map<string, ValueCheck> {
  const checks = new Map<string, ValueCheck>()
  const offered = offeredChoices(form)
  for (const question of form.questions) {
    const sharing = form.questions.filter(({ key }) => key === question.key)
    if (sharing.length > 1) checks.set(question.key, mergedCheck(sharing, offered))
    else checks.set(question.key, valueCheck(question, offered))
    if (takesWords(question)) {
      const key = commentKey(question)
      addCheck(checks, key, wordsCheck(key, question.title, longestRemark))
    }
    if (question.kind === 'cells' && question.totals.length) addCheck(checks, totalsKey(question), computed)
  }
  for (const { name } of form.calculated) if (!checks.has(name)) checks.set(name, computed)
  for (const { sets } of form.triggers) if (sets && !checks.has(sets)) checks.set(sets, setByTrigger(sets))
  return checks
}

/** A value that a trigger of the form has left beside the questions. */
const setByTrigger = (name: string): ValueCheck => {
  const words = wordsCheck(name, { vi: name }, longestRemark)
  return (raw) =>
    typeof raw === 'number' || typeof raw === 'boolean' ? { value: raw, faults: [] } : words(raw)
}
