import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { rankUnits } from '#lib/stats/rank-units'
import { weightedMean } from '#lib/stats/weighted-mean'

const rows = Array.from({ length: 90 }, (_, row) => ({
  unit: Math.floor(row / 30),
  village: Math.floor(row / 5),
}))
const design = makeDesign({
  weights: rows.map(() => 1),
  strata: rows.map(({ unit }) => unit),
  clusters: [rows.map(({ village }) => village)],
})
const estimates = (levels: number[]) => {
  const answers = rows.map(({ unit }, row) => levels[unit]! + ((row * 7) % 5) / 10)
  return levels.map((_, unit) =>
    weightedMean(design, answers, { domain: rows.map((row) => row.unit === unit) }),
  )
}

describe('rankUnits', () => {
  it('separates units that are far apart', () => {
    const { units, warnings } = rankUnits(
      design,
      estimates([1, 3, 2]).map((estimate, unit) => ({
        ...estimate,
        influence: jitter(estimate.influence, unit),
      })),
    )
    expect(units.map(({ simultaneous }) => simultaneous)).toEqual([
      { rank: 3, lower: 3, upper: 3 },
      { rank: 1, lower: 1, upper: 1 },
      { rank: 2, lower: 2, upper: 2 },
    ])
    expect(warnings).toEqual([])
  })

  it('asks for a table sorted by name when the sets do not separate', () => {
    const close = estimates([1, 1.001, 1.002]).map((estimate, unit) => ({
      ...estimate,
      influence: jitter(estimate.influence, unit),
    }))
    expect(rankUnits(design, close).warnings).toEqual(['sort_by_name'])
  })

  it('gives no sets when a unit has one village only', () => {
    const oneVillage = makeDesign({
      weights: [1, 1, 1, 1],
      strata: ['a', 'a', 'b', 'b'],
      clusters: [['v1', 'v2', 'v3', 'v3']],
      lonelyPsu: 'remove',
    })
    const answers = [1, 2, 8, 9]
    const units = [
      [1, 1, 0, 0],
      [0, 0, 1, 1],
    ].map((domain) => weightedMean(oneVillage, answers, { domain }))
    const ranking = rankUnits(oneVillage, units)
    expect(ranking.units.map(({ rank, simultaneous }) => [rank, simultaneous])).toEqual([
      [2, null],
      [1, null],
    ])
    expect(ranking.warnings).toContain('unit_without_standard_error')
  })
})

/** Lets villages differ a little, so that there is an error to speak of. */
function jitter(influence: Float64Array, unit: number): Float64Array {
  return influence.map((value, row) => (rows[row]!.unit === unit ? value + (((row * 3) % 7) - 3) / 2000 : 0))
}
