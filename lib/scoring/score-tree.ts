// An index of one unit: leaves first, then every criterion as the weighted mean of its children. The surprise: missing
// is not zero. A child without a number leaves the sum, and its weight is shared among the others, but only as far as
// the definition's minimum share allows, and the result says so.
import { ruleOf } from '#lib/definitions/entered-rule'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { EnteredRule } from '#lib/definitions/index-source'
import type { CellFlag } from '#lib/scoring/cell'
import { combineEstimates, sumOfTerms } from '#lib/scoring/combine-estimates'
import type { Panel } from '#lib/scoring/panel'
import type { Sample } from '#lib/scoring/sample'
import { flagsOf, noScore, type Score } from '#lib/scoring/score'
import { scoreAnswers } from '#lib/scoring/score-answers'
import { scoreFigure } from '#lib/scoring/score-figure'

export type ScoreInput = {
  index: IndexFile
  /** Form slug -> the wave that asks it. */
  samples: ReadonlyMap<string, Sample>
  /** The unit's villages; null when nobody there has answered. */
  panel: Panel | null
  /** Criterion code -> entered figure of the unit. */
  entered: ReadonlyMap<string, number>
}

/** The whole tree; its root carries the slug of the index as code. */
export function scoreIndex(input: ScoreInput): Score {
  const { index } = input
  const root = { code: index.slug, children: index.criteria }
  return scoreCriterion(root, index.scale.max, input)
}

function scoreCriterion(
  criterion: Pick<Criterion, 'code' | 'children' | 'source'>,
  maximum: number,
  input: ScoreInput,
): Score {
  const { code, children, source } = criterion
  if (children) return scoreParent(code, maximum, children, input)
  if (source && 'entered' in source) return scoreEntered(code, maximum, ruleOf(source.entered), input.entered)
  if (!source || !('form' in source) || !input.panel) return noScore(code, maximum, 'missing')
  const sample = input.samples.get(source.form)
  return scoreAnswers({ code, maximum, source }, sample, input.panel, input.index.minimum.answers)
}

function scoreEntered(
  code: string,
  maximum: number,
  rule: EnteredRule,
  entered: ReadonlyMap<string, number>,
): Score {
  const figure = entered.get(code)
  if (figure === undefined) return noScore(code, maximum, 'missing')
  return { ...noScore(code, maximum, 'ok'), share: scoreFigure(rule, figure, code), flags: ['exact'] }
}

function scoreParent(code: string, maximum: number, criteria: Criterion[], input: ScoreInput): Score {
  const { index, panel } = input
  const children = criteria.map((child) => ({
    ...scoreCriterion(child, child.max ?? index.scale.max, input),
    weight: child.weight ?? child.max ?? 0,
  }))
  const siblings = children.filter((child) => child.weight > 0)
  const counted = siblings.flatMap((child) =>
    child.share === null ? [] : [{ ...child, share: child.share }],
  )
  const measured = sumOfWeights(counted)
  const all = sumOfWeights(siblings)
  const n = Math.max(0, ...siblings.map((child) => child.n))
  if (measured === 0 || measured < index.minimum.share * all - tolerance) {
    const isTooFew = siblings.some((child) => child.status === 'too-few')
    return { ...noScore(code, maximum, isTooFew ? 'too-few' : 'missing', n), children }
  }
  const terms = counted.map((child) => ({ ...child, coefficient: child.weight / measured }))
  const estimate = combineEstimates(panel, terms)
  const flags: CellFlag[] = measured < all - tolerance ? ['rescaled'] : []
  const isOpen = counted.some((child) => child.status === 'no-design')
  if (!estimate) flags.push('exact')
  else if (!isOpen) flags.push(...flagsOf(estimate))
  return {
    ...noScore(code, maximum, 'ok', n),
    share: sumOfTerms(terms),
    status: isOpen ? 'no-design' : 'ok',
    flags,
    estimate,
    isShareOfAnswers: counted.every((child) => child.isShareOfAnswers),
    children,
  }
}

/** Weights add up to 1 only as far as decimal fractions do. */
const tolerance = 1e-9

function sumOfWeights(scores: { weight: number }[]): number {
  return scores.reduce((sum, { weight }) => sum + weight, 0)
}
