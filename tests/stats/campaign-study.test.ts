import { describe, expect, it } from 'vitest'
import { campaignStudy } from '#lib/stats/campaign-study'
import { makeDesign } from '#lib/stats/design'

/** Nine communes of four villages, three answers a village and wave; the first four with the campaign. */
const rows = Array.from({ length: 216 }, (_, row) => ({
  commune: `C${Math.floor(row / 24) + 1}`,
  village: Math.floor(row / 6),
  isExposed: Number(row < 96),
  isAfter: row % 2,
  noise: Math.sin(12.9898 * (row + 1)) * 43758.5453,
}))
const design = makeDesign({
  weights: rows.map((_, row) => 1 + (row % 3)),
  strata: rows.map(({ commune }) => commune),
  clusters: [rows.map(({ village }) => village)],
})
const values = rows.map(
  ({ isExposed, isAfter, noise }) => noise - Math.floor(noise) + 0.4 * isExposed * isAfter,
)
const data = { values, isExposed: rows.map((row) => row.isExposed), isAfter: rows.map((row) => row.isAfter) }
const communes = rows.map(({ commune }) => commune)

describe('campaignStudy', () => {
  it('finds a clear effect by every method, near its true size', () => {
    const study = campaignStudy(design, data, communes)
    for (const value of [
      study.primary.value,
      study.randomisation.statistic,
      study.designBased.effect.value,
    ]) {
      expect(Math.abs(value - 0.4)).toBeLessThan(0.15)
    }
    expect(study.clusterRobust.value).toBeCloseTo(study.designBased.effect.value, 12)
    for (const test of [
      study.primary,
      study.randomisation,
      study.designBased,
      study.clusterRobust,
      study.wildBootstrap,
    ]) {
      expect(test.pValue).toBeLessThan(0.05)
    }
    expect(study.assumptions).toHaveLength(5)
    expect(study.warnings).toEqual(['these_communes_only'])
  })

  it('says so when a commune was asked only once', () => {
    const domain = rows.map(({ commune, isAfter }) => !(commune === 'C9' && isAfter === 1))
    const study = campaignStudy(design, data, communes, { domain })
    expect(study.leftOut).toEqual(['C9'])
    expect(study.changes).toHaveLength(8)
    expect(study.warnings).toContain('commune_without_both_waves')
  })

  it('describes but does not test a single campaign commune', () => {
    const single = { ...data, isExposed: rows.map(({ commune }) => Number(commune === 'C1')) }
    const study = campaignStudy(design, single, communes)
    expect(study.primary.pValue).toBeNull()
    expect(study.warnings).toEqual(
      expect.arrayContaining(['too_few_communes', 'significance_unreachable', 'few_treated_communes']),
    )
  })
})
