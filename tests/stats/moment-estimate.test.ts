// Rows and moments are two views of one formula: on random samples they must agree to the last digits.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectMoments } from '#lib/stats/collect-moments'
import { combineMoments } from '#lib/stats/combine-moments'
import { designCovariance } from '#lib/stats/design-covariance'
import type { EstimateSummary } from '#lib/stats/estimate'
import { momentCovariance } from '#lib/stats/moment-covariance'
import { momentMean, momentProportion, momentRatio, momentTotal } from '#lib/stats/moment-estimate'
import { type MomentSample, readMoments } from '#lib/stats/moment-sample'
import { mergeMoments } from '#lib/stats/moments'
import { populationTotal } from '#lib/stats/population-total'
import { proportion } from '#lib/stats/proportion'
import { ratio } from '#lib/stats/ratio'
import { StatisticsError } from '#lib/stats/statistics-error'
import { weightedMean } from '#lib/stats/weighted-mean'
import {
  columnOf,
  designOf,
  groupOf,
  POPULATION,
  type RandomSample,
  randomSample,
} from '../support/random-sample'

/** Rows of weight 0 are sampled, but outside every domain of a table; rows know more in strata with one cluster. */
const comparable = randomSample.filter(
  ({ rows, lonelyPsu }) =>
    lonelyPsu === 'remove' || lonelyPsu === 'certainty' || rows.every(({ weight }) => weight > 0),
)

function tableOf(sample: RandomSample, rows = sample.rows) {
  const valid = (value: number | null) => (value === null ? null : 1)
  return collectMoments({
    weights: rows.map(({ weight }) => weight),
    domains: rows.map(({ group }) => group),
    strata: rows.map(({ stratum }) => stratum),
    clusters: sample.isClustered ? rows.map(({ village }) => village) : null,
    columns: [
      { name: 'answer', values: rows.map(({ answer }) => answer) },
      { name: 'answered', values: rows.map(({ answer }) => valid(answer)) },
      { name: 'score', values: rows.map(({ score }) => score) },
      { name: 'scored', values: rows.map(({ score }) => valid(score)) },
      { name: 'score with size', values: rows.map(({ score, size }) => (score === null ? null : size)) },
    ],
  })
}

function readOf(sample: RandomSample, table = tableOf(sample)): MomentSample {
  const strata = Object.fromEntries(
    sample.rows.map(({ stratum }) => [stratum, { populationSize: POPULATION }]),
  )
  return readMoments({ ...table, strata: sample.hasPopulation ? strata : {}, lonelyPsu: sample.lonelyPsu })
}

/** The result of both, or the code with which both refuse. */
function attempt<T>(action: () => T): T | string {
  try {
    return action()
  } catch (error) {
    if (error instanceof StatisticsError) return error.code
    throw error
  }
}

/** Equal to 1e-12 relative; `scale` is the size below which differences are rounding of sums around 0. */
function expectClose(actual: number | null, expected: number | null, scale: number): void {
  if (actual === null || expected === null) expect(actual).toBe(expected)
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), scale))
}

const EXACT = ['n', 'clusters', 'strata', 'degreesOfFreedom', 'level'] as const

function expectSame(fromMoments: EstimateSummary | string, fromRows: EstimateSummary | string): void {
  if (typeof fromMoments === 'string' || typeof fromRows === 'string') {
    expect(fromMoments).toEqual(fromRows)
    return
  }
  for (const name of EXACT) expect(fromMoments[name]).toBe(fromRows[name])
  const size = Math.abs(fromRows.value) + 1
  expectClose(fromMoments.value, fromRows.value, 0)
  expectClose(fromMoments.weightSum, fromRows.weightSum, 0)
  // a variance of exactly 0 may come out as the rounding of its terms
  const squared = (estimate: EstimateSummary) =>
    estimate.standardError === null ? null : estimate.standardError ** 2
  expectClose(squared(fromMoments), squared(fromRows), size ** 2)
}

describe('moments', () => {
  it('give the proportion that rows give', () => {
    fc.assert(
      fc.property(comparable, fc.constantFrom('a', 'b', 'c'), (sample, group) => {
        const rows = attempt(() =>
          proportion(designOf(sample), columnOf(sample, 'answer'), { domain: groupOf(sample, group) }),
        )
        const moments = attempt(() =>
          momentProportion(readOf(sample), { domain: group, chosen: 'answer', among: 'answered' }),
        )
        expectSame(moments, rows)
        if (typeof rows === 'string' || typeof moments === 'string' || (rows.standardError ?? 0) < 1e-7)
          return
        expectClose(moments.designEffectWithReplacement, rows.designEffectWithReplacement, 1)
        if (rows.low === null || moments.low === null) expect(moments.low).toBe(rows.low)
        else expect(moments.low).toBeCloseTo(rows.low, 8)
      }),
    )
  })

  it('give the mean, the ratio and the total that rows give', () => {
    fc.assert(
      fc.property(comparable, fc.constantFrom('a', 'b', 'c'), (sample, domain) => {
        const design = designOf(sample)
        const options = { domain: groupOf(sample, domain) }
        const score = columnOf(sample, 'score')
        const read = readOf(sample)
        expectSame(
          attempt(() => momentMean(read, { domain, column: 'score', valid: 'scored' })),
          attempt(() => weightedMean(design, score, options)),
        )
        expectSame(
          attempt(() =>
            momentRatio(read, {
              domain,
              numerator: 'score',
              denominator: 'score with size',
              respondents: ['scored'],
            }),
          ),
          attempt(() => ratio(design, score, columnOf(sample, 'size'), options)),
        )
        const total = attempt(() => populationTotal(design, score, options))
        const fromMoments = attempt(() => momentTotal(read, { domain, of: 'score', respondents: ['scored'] }))
        expectSame(fromMoments, total)
      }),
    )
  })

  it('give the covariance of overlapping and distinct domains that rows give', () => {
    fc.assert(
      fc.property(comparable, (sample) => {
        const design = designOf(sample)
        const read = readOf(sample)
        const fromRows = attempt(() => {
          const a = weightedMean(design, columnOf(sample, 'score'), { domain: groupOf(sample, 'a') })
          const b = proportion(design, columnOf(sample, 'answer'), { domain: groupOf(sample, 'b') })
          const all = proportion(design, columnOf(sample, 'answer'))
          return { estimates: [a, b, all], rows: [a, b, all].map(({ domain }) => domain!) }
        })
        const fromMoments = attempt(() => [
          momentMean(read, { domain: 'a', column: 'score', valid: 'scored' }),
          momentProportion(read, { domain: 'b', chosen: 'answer', among: 'answered' }),
          momentProportion(read, { domain: ['a', 'b', 'c'], chosen: 'answer', among: 'answered' }),
        ])
        if (typeof fromRows === 'string' || typeof fromMoments === 'string') {
          expect(fromMoments).toEqual(fromRows)
          return
        }
        const union = Uint8Array.from(fromRows.rows[0]!, (_, row) =>
          fromRows.rows.some((domain) => domain[row]) ? 1 : 0,
        )
        const expected = designCovariance(
          design,
          fromRows.estimates.map(({ influence }) => influence),
          union,
        )
        const actual = momentCovariance(read, fromMoments)
        for (const [place, entry] of expected.entries()) expect(actual[place]).toBeCloseTo(entry, 10)
      }),
    )
  })

  it('add up over batches', () => {
    fc.assert(
      fc.property(comparable, fc.nat(), (sample, cut) => {
        const at = cut % sample.rows.length
        const batches = [sample.rows.slice(0, at), sample.rows.slice(at)].map((rows) => tableOf(sample, rows))
        const whole = readOf(sample)
        const merged = readOf(sample, mergeMoments(batches))
        for (const domain of whole.domains.keys()) {
          const share = (read: MomentSample) =>
            attempt(() => momentProportion(read, { domain, chosen: 'answer', among: 'answered' }))
          expectSame(share(merged), share(whole))
        }
      }),
    )
  })

  it('survive being stored as plain numbers', () => {
    const [sample] = fc.sample(randomSample, { numRuns: 1, seed: 3 })
    const table = tableOf(sample!)
    const stored = JSON.parse(
      JSON.stringify({
        ...table,
        cells: table.cells.map((cell) => ({ ...cell, moments: Array.from(cell.moments) })),
      }),
    )
    const share = (read: MomentSample) =>
      momentProportion(read, { domain: 'a', chosen: 'answer', among: 'answered' })
    expect(share(readOf(sample!, stored)).standardError).toBe(share(readOf(sample!, table)).standardError)
  })
})

describe('an index from moments', () => {
  const cell = (domain: string, cluster: string, yes: number, fast: number) => ({
    domain,
    stratum: 's',
    cluster,
    moments: [10, 10, 10, 10, yes, fast, 10, yes, fast, 10, yes, fast, 10],
  })
  const cells = [
    cell('w1', 'v1', 2, 3),
    cell('w1', 'v2', 6, 7),
    cell('w1', 'v3', 5, 4),
    cell('w2', 'v1', 4, 5),
    cell('w2', 'v2', 7, 9),
    cell('w2', 'v3', 8, 6),
  ]
  const read = readMoments({ columns: ['yes', 'fast', 'all'], cells })
  const leaf = (domain: string, numerator: string) =>
    momentRatio(read, { domain, numerator, denominator: 'all' })

  it('has the error of a weighted sum with its covariances', () => {
    const leaves = [leaf('w1', 'yes'), leaf('w1', 'fast')]
    const covariance = momentCovariance(read, leaves)
    const index = combineMoments(read, leaves, [0.4, 0.6])
    const expected = 0.16 * covariance[0]! + 2 * 0.24 * covariance[1]! + 0.36 * covariance[3]!
    expect(index.standardError! ** 2).toBeCloseTo(expected, 14)
    expect(index.n).toBe(30)
  })

  it('changes between waves with the covariance of the villages they share', () => {
    const change = combineMoments(read, [leaf('w1', 'yes'), leaf('w2', 'yes')], [-1, 1])
    const [a, ab, , b] = momentCovariance(read, [leaf('w1', 'yes'), leaf('w2', 'yes')])
    expect(ab).toBeGreaterThan(0)
    expect(change.standardError! ** 2).toBeCloseTo(a! + b! - 2 * ab!, 14)
    expect(change.degreesOfFreedom).toBe(2)
    expect(change.n).toBe(60)
  })

  it('treats waves in other villages as independent', () => {
    const drawnAfresh = cells.map((one) => ({
      ...one,
      stratum: one.domain,
      cluster: `${one.domain} ${one.cluster}`,
    }))
    const independent = readMoments({ columns: ['yes', 'fast', 'all'], cells: drawnAfresh })
    const share = (domain: string) =>
      momentRatio(independent, { domain, numerator: 'yes', denominator: 'all' })
    const change = combineMoments(independent, [share('w1'), share('w2')], [-1, 1])
    expect(change.degreesOfFreedom).toBe(4)
    expect(change.standardError! ** 2).toBeCloseTo(
      share('w1').standardError! ** 2 + share('w2').standardError! ** 2,
      14,
    )
  })
})
