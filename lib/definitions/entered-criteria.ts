// The criteria of an index whose figures officers enter, in the order of the tree, each with the names above it.
import type { Criterion, EnteredSource } from '#lib/definitions/index-file'
import type { LocalText } from '#lib/surveys/variable'

export type EnteredCriterion = {
  code: string
  name: LocalText
  /** The names of the criteria it belongs to, outermost first. */
  path: LocalText[]
  entered: EnteredSource['entered']
}

/** Every leaf with an entered source. Empty for an index that reads answers only. */
export function enteredCriteria(criteria: Criterion[], path: LocalText[] = []): EnteredCriterion[] {
  return criteria.flatMap(({ code, name, source, children = [] }) => {
    const below = enteredCriteria(children, [...path, name])
    const isEntered = source !== undefined && 'entered' in source
    return isEntered ? [{ code, name, path, entered: source.entered }, ...below] : below
  })
}
