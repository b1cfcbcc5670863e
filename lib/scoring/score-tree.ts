// An index of one unit: leaves first, then every criterion as the mean of its children. Three things keep apart: what does
// not apply leaves the maximum (the index is achieved / applicable maximum); what is missing leaves the sum, its weight
// shared among the others as far as the definition allows; and zero is zero.
import type { Criterion } from '#lib/definitions/index-file'
import type { Score } from '#lib/scoring/score'
import type { ScoreInput } from '#lib/scoring/score-input'
import { scoreLeaf } from '#lib/scoring/score-leaf'
import { scoreParent } from '#lib/scoring/score-parent'

/** The whole tree; its root carries the slug of the index as code. */
export function scoreIndex(input: ScoreInput): Score {
  const { slug, criteria, scale, aggregation } = input.index
  return scoreChildren({ code: slug, children: criteria, aggregation }, scale.max, input)
}

type Parent = Pick<Criterion, 'code' | 'aggregation'> & { children: Criterion[] }

function scoreChildren(parent: Parent, maximum: number, input: ScoreInput): Score {
  const children = parent.children.map((child) => ({
    criterion: child,
    score: scoreCriterion(child, child.max ?? input.index.scale.max, input),
  }))
  const mean = parent.aggregation ?? input.index.aggregation ?? 'arithmetic'
  return scoreParent(parent.code, maximum, children, mean, input)
}

function scoreCriterion(criterion: Criterion, maximum: number, input: ScoreInput): Score {
  const { children } = criterion
  if (children) return scoreChildren({ ...criterion, children }, maximum, input)
  return scoreLeaf(criterion, maximum, input, scoreIndex)
}
