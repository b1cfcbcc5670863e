// Random small samples for property tests in tests/stats: strata, villages, weights, answers with gaps, groups.
import fc from 'fast-check'
import { type Design, type LonelyPsuRule, makeDesign } from '#lib/stats/design'

export interface SampleRow {
  stratum: number
  village: number
  weight: number
  group: 'a' | 'b' | 'c'
  answer: number | null
  score: number | null
  size: number
}

const row: fc.Arbitrary<SampleRow> = fc.record({
  stratum: fc.integer({ min: 0, max: 2 }),
  village: fc.integer({ min: 0, max: 4 }),
  weight: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 9, arbitrary: fc.double({ min: 0.1, max: 90, noNaN: true }) },
  ),
  group: fc.constantFrom('a', 'b', 'c'),
  answer: fc.constantFrom(1, 1, 0, 0, null),
  score: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(null)),
  size: fc.integer({ min: 1, max: 6 }),
})

export interface RandomSample {
  rows: SampleRow[]
  isClustered: boolean
  hasPopulation: boolean
  lonelyPsu: LonelyPsuRule
}

export const randomSample: fc.Arbitrary<RandomSample> = fc.record({
  rows: fc.array(row, { minLength: 12, maxLength: 60 }),
  isClustered: fc.boolean(),
  hasPopulation: fc.boolean(),
  lonelyPsu: fc.constantFrom('remove', 'adjust', 'average', 'certainty'),
})

/** Units in the population of each stratum when a sample has population sizes. */
export const POPULATION = 60

export function designOf({ rows, isClustered, hasPopulation, lonelyPsu }: RandomSample): Design {
  return makeDesign({
    weights: rows.map(({ weight }) => weight),
    strata: rows.map(({ stratum }) => stratum),
    clusters: isClustered ? [rows.map(({ village }) => village)] : null,
    populationSizes: hasPopulation ? [rows.map(() => POPULATION)] : null,
    nest: true,
    lonelyPsu,
  })
}

/** One column of the rows. */
export function columnOf<Name extends keyof SampleRow>(
  { rows }: RandomSample,
  name: Name,
): SampleRow[Name][] {
  return rows.map((one) => one[name])
}

/** The rows of one group, as a domain. */
export function groupOf({ rows }: RandomSample, group: string): Uint8Array {
  return Uint8Array.from(rows, (one) => (one.group === group ? 1 : 0))
}
