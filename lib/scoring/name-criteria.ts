// Names for the codes in cells of an index: its criteria, itself, and its units.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { LocalText } from '#lib/surveys/variable'

export type NamedCriterion = {
  code: string
  name: LocalText
  /** 0 for the index itself, 1 for its areas, and so on. */
  level: number
  /** Counts in the index: neither it nor a criterion above it has the weight 0. */
  isCounted: boolean
}

/** The index itself first, then its criteria in the order of the tree: the order of its cells. */
export function listCriteria(index: IndexFile): NamedCriterion[] {
  return [
    { code: index.slug, name: index.title, level: 0, isCounted: true },
    ...walk(index.criteria, 1, true),
  ]
}

function walk(criteria: readonly Criterion[], level: number, isCountedAbove: boolean): NamedCriterion[] {
  return criteria.flatMap(({ code, name, weight, children }) => {
    const isCounted = isCountedAbove && weight !== 0
    return [{ code, name, level, isCounted }, ...walk(children ?? [], level + 1, isCounted)]
  })
}

/** Vietnamese names for a file. */
export function nameCriteria(index: IndexFile, units: readonly { id: string; name: string }[]) {
  const criteria = new Map(listCriteria(index).map(({ code, name }) => [code, name.vi]))
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return {
    unit: (id: string) => names.get(id) ?? id,
    criterion: (code: string) => criteria.get(code) ?? code,
  }
}
