// An index of entered points and survey shares (PAR INDEX of a unit), with the sampling error of its survey part. Entered
// points carry no error here: that they may be wrong is a matter of evidence, not of sampling.

import {
  type AreaScore,
  type Gradient,
  type ScoredArea,
  scoreTree,
  type TreeRules,
  type TreeScore,
} from '#lib/stats/criteria-tree'
import type { Design } from '#lib/stats/design'
import { describeDomain } from '#lib/stats/domain'
import { type Estimate, type EstimateOptions, studentInterval } from '#lib/stats/estimate'
import type { ItemCounts } from '#lib/stats/item-counts'
import { type ScoringLine, scoreOnLine } from '#lib/stats/piecewise-score'
import { ratio } from '#lib/stats/ratio'
import { replicateCovariance } from '#lib/stats/replicate-estimate'
import { jackknife } from '#lib/stats/replicates'
import { smoothFunction } from '#lib/stats/smooth-function'

export type TreeCriterion = { name: string; maximumPoints: number } & (
  | { kind: 'entered'; points: number | null }
  /** Share of satisfied among valid answers, turned into a score 0..1 by the line. */
  | { kind: 'survey'; counts: ItemCounts; line: ScoringLine }
)

export type TreeArea = { name: string; criteria: readonly TreeCriterion[] }

export type TreeError = {
  /** Of the percentage; null when it is unknown, or does not exist in some replicate. */
  standardErrorLinearised: number | null
  standardErrorJackknife: number | null
}

export type CriteriaTreeIndex = Omit<TreeScore, 'areas' | 'gradient'> &
  TreeError & {
    /** Jackknife when a survey share lies within two standard errors of a corner of its scoring line. */
    recommended: 'linearised' | 'jackknife'
    degreesOfFreedom: number
    /** t interval with the linearised error, 0..100. */
    low: number | null
    high: number | null
    areas: (Omit<AreaScore, 'gradient'> & TreeError)[]
  }

/**
 * Index of a criteria tree with survey components, in percent.
 *
 * In words: scores from the scoring table at the measured shares, added up by `scoreTree`. Linearised error: influence of
 * the index = sum over the survey criteria of (points x slope of the score) x influence of the share. Jackknife error: the
 * whole tree computed again without each village.
 *
 * Source: Binder (1983), Int. Statist. Review 51, 279-292; Wolter (2007), Introduction to Variance Estimation, sections 4.6
 * and 6.2; tree rules: OECD and JRC (2008).
 *
 * @param design the design of the survey
 * @param areas areas and criteria; survey criteria with answer counts of every row
 * @param options rules for gaps, domain (the unit) and level
 * @throws StatisticsError empty_domain, lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1] })
 * const counts = countItems([[5, 4, 1, 2]], { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] })
 * const criteria = [
 *   { name: 'plan', kind: 'entered', maximumPoints: 5, points: 4 },
 *   { name: 'staff', kind: 'survey', maximumPoints: 5, counts, line: [[0, 0], [1, 1]] },
 * ]
 * const result = criteriaTreeIndex(design, [{ name: 'all', criteria }], { missing: 'zero', minimumCoverage: 0.5 })
 * result.percent // => 65
 * // half of the points times the error of a share of one half among four
 * result.standardErrorLinearised.toFixed(4) // => '14.4338'
 */
export function criteriaTreeIndex(
  design: Design,
  areas: readonly TreeArea[],
  options: TreeRules & EstimateOptions,
): CriteriaTreeIndex {
  const domain = options.domain ? Uint8Array.from(options.domain, Number) : null
  const { degreesOfFreedom } = describeDomain(design, domain)
  const shares = estimateShares(design, areas, options)
  const score = scoreTree(
    scoreAreas(areas, (name) => shares.get(name)?.value ?? null),
    options,
  )
  const { covariance } = replicateCovariance(jackknife(design), (weights) =>
    percentages(design, areas, options, domain, weights),
  )
  const size = areas.length + 1
  const jackknifeError = (place: number, percent: number | null) => {
    const variance = covariance[place * size + place]!
    return percent === null || Number.isNaN(variance) ? null : Math.sqrt(variance)
  }
  const linearisedError = (percent: number | null, gradient: Gradient) =>
    percent === null ? null : linearise(design, shares, percent, gradient)
  const standardErrorLinearised = linearisedError(score.percent, score.gradient)
  const interval =
    score.percent === null
      ? null
      : studentInterval(score.percent, standardErrorLinearised, degreesOfFreedom, options.level ?? 0.95)
  return {
    points: score.points,
    maximumPoints: score.maximumPoints,
    percent: score.percent,
    standardErrorLinearised,
    standardErrorJackknife: jackknifeError(0, score.percent),
    recommended: isNearCorner(areas, shares) ? 'jackknife' : 'linearised',
    degreesOfFreedom,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    areas: score.areas.map(({ gradient, ...area }, place) => ({
      ...area,
      standardErrorLinearised: linearisedError(area.percent, gradient),
      standardErrorJackknife: jackknifeError(place + 1, area.percent),
    })),
  }
}

function surveyCriteria(areas: readonly TreeArea[]) {
  return areas.flatMap(({ criteria }) => criteria.filter((criterion) => criterion.kind === 'survey'))
}

/** Shares of the survey criteria; a criterion without any valid answer has none. */
function estimateShares(
  design: Design,
  areas: readonly TreeArea[],
  options: EstimateOptions,
): Map<string, Estimate> {
  const shares = new Map<string, Estimate>()
  for (const { name, counts } of surveyCriteria(areas)) {
    const hasAnswers = counts.valid.some(
      (valid, row) => valid > 0 && design.weights[row]! > 0 && (!options.domain || options.domain[row]),
    )
    if (hasAnswers) shares.set(name, ratio(design, counts.satisfied, counts.valid, options))
  }
  return shares
}

function scoreAreas(areas: readonly TreeArea[], shareOf: (criterion: string) => number | null): ScoredArea[] {
  return areas.map(({ name, criteria }) => ({
    name,
    criteria: criteria.map((criterion) => {
      const { maximumPoints } = criterion
      if (criterion.kind === 'entered') {
        return { maximumPoints, score: criterion.points === null ? null : criterion.points / maximumPoints }
      }
      const share = shareOf(criterion.name)
      if (share === null) return { maximumPoints, score: null }
      const { score, slope } = scoreOnLine(share, criterion.line)
      return { maximumPoints, score, slope: { source: criterion.name, value: slope } }
    }),
  }))
}

/** Percent of the index and of every area with other weights; NaN where unknown. */
function percentages(
  design: Design,
  areas: readonly TreeArea[],
  rules: TreeRules,
  domain: Uint8Array | null,
  weights: Float64Array,
): number[] {
  const shares = new Map<string, number | null>()
  for (const { name, counts } of surveyCriteria(areas)) {
    let [satisfied, valid] = [0, 0]
    for (let row = 0; row < design.size; row++) {
      if (domain && !domain[row]) continue
      satisfied += weights[row]! * counts.satisfied[row]!
      valid += weights[row]! * counts.valid[row]!
    }
    shares.set(name, valid > 0 ? satisfied / valid : null)
  }
  const score = scoreTree(
    scoreAreas(areas, (name) => shares.get(name)!),
    rules,
  )
  return [score.percent, ...score.areas.map(({ percent }) => percent)].map((percent) => percent ?? Number.NaN)
}

function linearise(
  design: Design,
  shares: Map<string, Estimate>,
  percent: number,
  gradient: Gradient,
): number | null {
  const sources = [...gradient].filter(([, slope]) => slope !== 0)
  if (sources.length === 0) return 0
  const estimates = sources.map(([name]) => shares.get(name)!)
  return smoothFunction(
    design,
    estimates,
    percent,
    sources.map(([, slope]) => slope),
  ).standardError
}

function isNearCorner(areas: readonly TreeArea[], shares: Map<string, Estimate>): boolean {
  return surveyCriteria(areas).some(({ name, line }) => {
    const share = shares.get(name)
    if (!share) return false
    return (
      scoreOnLine(share.value, line).distanceToCorner < 2 * (share.standardError ?? Number.POSITIVE_INFINITY)
    )
  })
}
