// A leaf that is fed by answers: points per answer, pooled over its questions. The surprise: people are not averaged
// first. Every valid answer counts once with its person's weight, as the official share "satisfied answers of all valid
// answers" does; an answer whose points are null (don't know) is not valid and counts nowhere.
import type { SurveySource } from '#lib/definitions/index-source'
import type { CellFlag } from '#lib/scoring/cell'
import { answeredFraction, isFromEverybody, type Panel } from '#lib/scoring/panel'
import type { Sample, SampleCluster } from '#lib/scoring/sample'
import { flagsOf, noScore, type Score } from '#lib/scoring/score'
import { findInLayout, type LayoutVariable } from '#lib/scoring/tally-layout'
import type { Estimate } from '#lib/stats/estimate'
import { ratio } from '#lib/stats/ratio'
import { linearCombination } from '#lib/stats/smooth-function'

type Village = { cluster: SampleCluster; row: number }

/** One counted value of one question that is valid, and what it earns. */
type Earning = { place: number; points: number }

/**
 * Share of full marks in the answers of a panel's villages.
 *
 *     share = sum_i w_i sum_j points(y_ij) / sum_i w_i #{j : points(y_ij) is not null}
 *
 * Source: ratio estimator, Särndal, Swensson, Wretman (1992) result 5.6.2; method of pooled answers as in SIPAS reports.
 * `sample` undefined: the wave does not ask this form. n: see Cell.n.
 * Status: missing (nobody gave a valid answer), too-few (fewer than `minimumAnswers`), no-design, single-cluster, ok.
 */
export function scoreAnswers(
  leaf: { code: string; maximum: number; source: SurveySource },
  sample: Sample | undefined,
  panel: Panel,
  minimumAnswers: number,
): Score {
  const questions = sample && findQuestions(sample, leaf.source)
  if (!sample || !questions) return noScore(leaf.code, leaf.maximum, 'missing')
  const villages = panel.rows.get(sample) ?? []
  const earnings = questions.map((question) => earningsOf(question, leaf.source))
  const n = countPeople(
    earnings,
    villages.map(({ cluster }) => cluster),
  )
  if (n === 0) return noScore(leaf.code, leaf.maximum, 'missing')
  if (n < minimumAnswers) return noScore(leaf.code, leaf.maximum, 'too-few', n)
  const columns = addPoints(earnings.flat(), villages, panel.design.size)
  if (!columns.hasWeight) return noScore(leaf.code, leaf.maximum, 'missing', n)
  const estimate =
    leaf.source.pooling === 'questions'
      ? meanOfQuestions(earnings, villages, panel)
      : ratio(panel.design, columns.achieved, columns.possible, { domain: columns.domain })
  // nobody was left out and nobody is silent: the figure is theirs, not an estimate
  const isOfEveryone = isFromEverybody(sample, panel)
  const isShareOfAnswers = Object.values(leaf.source.points).every(
    (points) => points === null || points % 1 === 0,
  )
  return {
    ...noScore(leaf.code, leaf.maximum, 'ok', n),
    share: estimate.value,
    status: sample.design === 'none' ? 'no-design' : 'ok',
    flags: isOfEveryone ? ['everyone'] : flagsOfSample(sample, panel, estimate),
    estimate: isOfEveryone ? null : estimate,
    isShareOfAnswers,
    isProportion: isShareOfAnswers && questions.length === 1,
    fraction: answeredFraction(sample, panel),
  }
}

function flagsOfSample(sample: Sample, panel: Panel, estimate: Estimate): CellFlag[] {
  if (sample.design === 'none') return []
  return panel.thin.has(sample) ? [...flagsOf(estimate), 'thin-response'] : flagsOf(estimate)
}

/** Every question counts the same, however many people had an opinion on it. */
function meanOfQuestions(earnings: Earning[][], villages: Village[], panel: Panel): Estimate {
  const estimates = earnings.flatMap((places) => {
    const { achieved, possible, domain, hasWeight } = addPoints(places, villages, panel.design.size)
    return hasWeight ? [ratio(panel.design, achieved, possible, { domain })] : []
  })
  return linearCombination(
    panel.design,
    estimates,
    estimates.map(() => 1 / estimates.length),
  )
}

/** The questions of a source in the sample's form; undefined when the form or its version is another one. */
function findQuestions(sample: Sample, source: SurveySource): LayoutVariable[] | undefined {
  if (source.versions && !source.versions.includes(sample.form.version)) return undefined
  const questions = source.variables.map((name) => findInLayout(sample.layout, name))
  return questions.every((question) => question !== undefined) ? questions : undefined
}

function earningsOf({ variable, codes, start }: LayoutVariable, source: SurveySource): Earning[] {
  return variable.values.flatMap(({ value, code }) => {
    const points = source.points[String(value)]
    return points === null || points === undefined ? [] : [{ place: start + codes.indexOf(code), points }]
  })
}

/** Valid answers to the question that most people answered: no fewer people stand behind the figure. */
function countPeople(earnings: Earning[][], clusters: SampleCluster[]): number {
  const perQuestion = earnings.map((places) =>
    clusters.reduce((sum, { counts }) => sum + sumAt(counts, places), 0),
  )
  return Math.max(0, ...perQuestion)
}

function sumAt(counts: Float64Array, places: Earning[]): number {
  return places.reduce((sum, { place }) => sum + counts[place]!, 0)
}

/** Weighted points and weighted valid answers per row of the design; the domain is the villages with a valid answer. */
function addPoints(earnings: Earning[], villages: Village[], size: number) {
  const achieved = new Float64Array(size)
  const possible = new Float64Array(size)
  const domain = new Uint8Array(size)
  let hasWeight = false
  for (const { cluster, row } of villages) {
    for (const { place, points } of earnings) {
      achieved[row]! += points * cluster.weighted[place]!
      possible[row]! += cluster.weighted[place]!
    }
    if (possible[row]! > 0) {
      domain[row] = 1
      hasWeight = true
    }
  }
  return { achieved, possible, domain, hasWeight }
}

export type CountedQuestion = {
  variable: LayoutVariable['variable']
  /** Valid answers only: what each earns, how many gave it, and with what weight. */
  values: { value: string | number | boolean; points: number; n: number; weighted: number }[]
}

/** The answers behind a leaf, question by question, as they were counted; empty when the sample does not ask them. */
export function countAnswers(
  source: SurveySource,
  sample: Sample | undefined,
  panel: Panel,
): CountedQuestion[] {
  const questions = (sample && findQuestions(sample, source)) ?? []
  const clusters = (sample && panel.rows.get(sample))?.map(({ cluster }) => cluster) ?? []
  return questions.map((question) => ({
    variable: question.variable,
    values: question.variable.values.flatMap(({ value, code }) => {
      const points = source.points[String(value)]
      if (points === null || points === undefined) return []
      const place = question.start + question.codes.indexOf(code)
      const sum = (column: 'counts' | 'weighted') =>
        clusters.reduce((total, cluster) => total + cluster[column][place]!, 0)
      return [{ value, points, n: sum('counts'), weighted: sum('weighted') }]
    }),
  }))
}
