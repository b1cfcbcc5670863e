// Entered figures of several units that are read as one. The surprise: almost none can be joined. A percentage, a yes, a
// number of late reports of three communes is nothing one commune of today could have entered; only counts that stand
// over their own total in an expression can be added, part by part.
import { enteredCriteria } from '#lib/definitions/entered-criteria'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { EnteredSource, ExpressionSource } from '#lib/definitions/index-source'
import type { EnteredFigure, EnteredFigures } from '#lib/scoring/score-input'

/**
 * The figures of one unit as they are; of several, a figure for every entered criterion of the index: the sum for counts
 * (see `countsOf`), `not-comparable` for everything else. A count that one of them lacks has no sum.
 */
export function joinFigures(
  index: Pick<IndexFile, 'criteria'>,
  units: readonly EnteredFigures[],
): EnteredFigures {
  if (units.length === 1) return units[0]!
  const counts = countsOf(index.criteria)
  const joined = new Map<string, EnteredFigure>()
  for (const { code } of enteredCriteria(index.criteria)) {
    const figures = units.map((unit) => unit.get(code))
    if (!counts.has(code)) joined.set(code, 'not-comparable')
    else if (figures.every((figure) => typeof figure === 'number'))
      joined.set(
        code,
        figures.reduce((sum, figure) => sum + figure, 0),
      )
    else if (figures.some((figure) => typeof figure !== 'number' && figure !== undefined))
      joined.set(code, 'not-comparable')
  }
  return joined
}

/** Keys of the figures that may be added: parts of an expression that reads nothing but counts, two or more of them. */
export function countsOf(criteria: readonly Criterion[]): Set<string> {
  return new Set(
    criteria.flatMap(({ code, source, children = [] }) => [
      ...(source && 'expression' in source && readsCountsOnly(source)
        ? Object.keys(source.parts).map((part) => `${code}.${part}`)
        : []),
      ...countsOf(children),
    ]),
  )
}

function readsCountsOnly({ parts }: ExpressionSource): boolean {
  const sources = Object.values(parts)
  return sources.length > 1 && sources.every((part) => 'entered' in part && isCount(part))
}

function isCount({ entered }: EnteredSource): boolean {
  return 'rule' in entered && entered.rule.kind === 'figure' && entered.rule.isCount === true
}
