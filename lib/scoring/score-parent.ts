// A criterion from its children. Beside the mean come bonus and minus points: they change what is achieved, never the
// maximum it is measured by.
import type { Aggregation, Criterion } from '#lib/definitions/index-file'
import type { CellFlag } from '#lib/scoring/cell'
import { combineEstimates, type Term } from '#lib/scoring/combine-estimates'
import { flagsOf, noScore, type Score } from '#lib/scoring/score'
import type { ScoreInput } from '#lib/scoring/score-input'
import { weightedAggregate } from '#lib/stats/weighted-aggregate'

type Child = { criterion: Criterion; score: Score }
type Counted = Score & { share: number }

/** The score of a parent. See `Score.applicable` for what a child that does not apply takes away. */
export function scoreParent(
  code: string,
  maximum: number,
  given: readonly Child[],
  mean: Aggregation,
  input: ScoreInput,
): Score {
  const children = given.map(({ criterion, score }) => ({ ...score, weight: weightOf(criterion, score) }))
  const siblings = children.filter((_, at) => isCounted(given[at]!.criterion))
  const present = siblings.filter((child) => !isAbsent(child, given[children.indexOf(child)]!.criterion))
  const counted = present.flatMap((child): Counted[] =>
    child.share === null ? [] : [{ ...child, share: child.share }],
  )
  const n = Math.max(0, ...siblings.map((child) => child.n))
  const applicable = applicableOf(maximum, given, siblings, present)
  const empty = { ...noScore(code, maximum, 'missing', n), applicable, children }
  if (siblings.length > 0 && siblings.every((child) => child.status === 'not-applicable'))
    return { ...empty, status: 'not-applicable', applicable: 0 }
  const [measured, all] = [sumOfWeights(counted), sumOfWeights(present)]
  if (measured === 0 || measured < input.index.minimum.share * all - tolerance) {
    const isTooFew = siblings.some((child) => child.status === 'too-few')
    return { ...empty, status: isTooFew ? 'too-few' : 'missing' }
  }
  const { value, derivatives } = weightedAggregate(
    counted.map(({ share }) => (mean === 'geometric' ? Math.max(0, share) : share)),
    counted.map(({ weight }) => weight),
    mean,
  )
  const terms: Term[] = counted.map((child, at) => ({ ...child, coefficient: derivatives[at]! }))
  const extras = extraTerms(given, applicable)
  const isBlind = [...terms].some(({ coefficient, estimate }) => estimate && !Number.isFinite(coefficient))
  const estimate = isBlind ? null : combineEstimates(input.panel, [...terms, ...extras])
  const share = value + extras.reduce((sum, { coefficient, share: extra }) => sum + coefficient * extra, 0)
  const isOpen = counted.some((child) => child.status === 'no-design')
  return {
    ...empty,
    share: Math.max(0, input.index.mayExceedFull ? share : Math.min(1, share)),
    status: isOpen ? 'no-design' : isBlind || hasBlindChild(counted) ? 'single-cluster' : 'ok',
    flags: flagsOfParent({ siblings, present, measured, all, estimate, isBlind, isOpen }),
    estimate,
    isShareOfAnswers:
      mean === 'arithmetic' && extras.length === 0 && counted.every((child) => child.isShareOfAnswers),
  }
}

/** Shown and counted: neither of weight 0 nor bonus or minus points. */
function isCounted({ weight, max, counts }: Criterion): boolean {
  return counts === undefined && (weight ?? max ?? 0) > 0
}

/** Points that still apply are the weight of a criterion among siblings with points; shares stay as they are written. */
function weightOf({ weight, max }: Criterion, score: Score): number {
  return weight ?? (max === undefined ? 0 : (max * score.applicable) / score.maximum)
}

/** A part that this round left out on purpose, or that does not apply here. */
function isAbsent(score: Score, { isOptional }: Criterion): boolean {
  return score.status === 'not-applicable' || (isOptional === true && score.status === 'missing')
}

function applicableOf(maximum: number, given: readonly Child[], siblings: Score[], present: Score[]): number {
  const points = given.filter(({ criterion }) => criterion.max !== undefined && !criterion.counts)
  if (points.length === 0) return present.length > 0 || siblings.length === 0 ? maximum : 0
  const whole = points.reduce((sum, { criterion }) => sum + criterion.max!, 0)
  return (maximum * sumOfWeights(present)) / whole
}

/** Bonus and minus points as shares of the applicable maximum; without a figure they count for nothing. */
function extraTerms(given: readonly Child[], applicable: number): Term[] {
  return given.flatMap(({ criterion, score }): Term[] => {
    if (!criterion.counts || score.share === null || !(applicable > 0)) return []
    const sign = criterion.counts === 'bonus' ? 1 : -1
    return [
      { coefficient: (sign * criterion.max!) / applicable, share: score.share, estimate: score.estimate },
    ]
  })
}

/** A sampled child whose error cannot be told leaves the parent without one. */
function hasBlindChild(counted: Counted[]): boolean {
  return counted.some((child) => child.status === 'single-cluster' && !child.estimate)
}

function flagsOfParent(found: {
  siblings: Score[]
  present: Score[]
  measured: number
  all: number
  estimate: Score['estimate']
  isBlind: boolean
  isOpen: boolean
}): CellFlag[] {
  const { siblings, present, measured, all, estimate, isBlind, isOpen } = found
  const flags: CellFlag[] = []
  const isLeftOut = siblings.some((child) => child.status === 'missing' && !present.includes(child))
  if (measured < all - tolerance || isLeftOut) flags.push('rescaled')
  if (siblings.some((child) => child.applicable < child.maximum - tolerance)) flags.push('partly-applicable')
  if (siblings.some((child) => child.flags.includes('counted-zero'))) flags.push('counted-zero')
  if (!estimate && !isBlind && siblings.every(isExact))
    flags.push(siblings.some(isOfEveryone) ? 'everyone' : 'exact')
  else if (estimate && !isOpen) flags.push(...flagsOf(estimate))
  return flags
}

/** Published scores have an error that their publisher does not tell: what is made of them is not exact. */
function isExact({ share, flags }: Score): boolean {
  if (share === null || flags.includes('everyone')) return true
  return flags.includes('exact') && !flags.includes('published')
}

const isOfEveryone = ({ flags }: Score) => flags.includes('everyone')

/** Weights add up to 1 only as far as decimal fractions do. */
const tolerance = 1e-9

function sumOfWeights(scores: readonly { weight: number }[]): number {
  return scores.reduce((sum, { weight }) => sum + weight, 0)
}
