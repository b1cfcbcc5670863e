// The criteria of an index whose figures officers enter, in the order of the tree, each with the names above it. An
// expression may ask for several figures: each is kept under <criterion>.<part>.
import { ruleOf } from '#lib/definitions/entered-rule'
import type { Criterion } from '#lib/definitions/index-file'
import type { EnteredRule, Source } from '#lib/definitions/index-source'
import type { LocalText } from '#lib/surveys/variable'

export type EnteredCriterion = {
  /** Key of the figure. */
  code: string
  name: LocalText
  /** The names of the criteria it belongs to, outermost first. */
  path: LocalText[]
  rule: EnteredRule
  unit?: LocalText
  note?: LocalText
  /** “Không áp dụng” may stand in place of a figure. */
  mayNotApply: boolean
}

/** Every leaf with an entered source. Empty for an index that reads answers only. */
export function enteredCriteria(criteria: Criterion[], path: LocalText[] = []): EnteredCriterion[] {
  return criteria.flatMap(({ code, name, source, children = [] }) => [
    ...(source ? enteredIn(source, { code, name, path }) : []),
    ...enteredCriteria(children, [...path, name]),
  ])
}

function enteredIn(
  source: Source,
  head: Pick<EnteredCriterion, 'code' | 'name' | 'path'>,
): EnteredCriterion[] {
  if ('expression' in source)
    return Object.entries(source.parts).flatMap(([part, inner]) =>
      enteredIn(inner, { ...head, code: `${head.code}.${part}` }),
    )
  if (!('entered' in source)) return []
  const { entered } = source
  const { unit, note, mayNotApply = false } = entered
  return [{ ...head, rule: ruleOf(entered), unit, note, mayNotApply }]
}
