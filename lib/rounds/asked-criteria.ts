// What a round asks a unit for: the entered criteria of its index, each with its area (the top of the tree) and the
// points it can bring. The surprise: where siblings carry weights instead of points, their share of the parent is meant.
import { type EnteredCriterion, enteredCriteria } from '#lib/definitions/entered-criteria'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { withoutText } from '#lib/definitions/without-text'
import type { LocalText } from '#lib/surveys/variable'

export type AskedCriterion = EnteredCriterion & {
  area: { code: string; name: LocalText }
  /** Code of the criterion in the tree: shorter than `code` for a part of an expression. */
  leaf: string
  /** Points on the scale of the index; null for a part of an expression, which has none of its own. */
  maximum: number | null
  /** False: no official text sets its points; they are our own setting. */
  hasText: boolean
}

/** In the order of the tree. Bonus and minus criteria are asked like the others. */
export function askedCriteria(
  index: Pick<IndexFile, 'slug' | 'basis' | 'criteria' | 'scale'>,
): AskedCriterion[] {
  const ownSettings = withoutText(index)
  const maxima = leafMaxima(index.criteria, index.scale.max)
  return index.criteria.flatMap((top) =>
    enteredCriteria([top]).map((asked) => {
      const [leaf = asked.code] = asked.code.split('.')
      const maximum = leaf === asked.code ? (maxima.get(leaf) ?? null) : null
      return {
        ...asked,
        area: { code: top.code, name: top.name },
        leaf,
        maximum,
        hasText: !ownSettings.has(leaf),
      }
    }),
  )
}

function leafMaxima(criteria: readonly Criterion[], whole: number): Map<string, number> {
  return new Map(
    criteria.flatMap(({ code, max, weight, children }) => {
      const points = max ?? whole * (weight ?? 0)
      return children ? [...leafMaxima(children, points)] : [[code, points] as const]
    }),
  )
}
