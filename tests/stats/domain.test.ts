import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { activeRows, describeDomain, uniteDomains } from '#lib/stats/domain'

const design = makeDesign({
  weights: [1, 0, 2, 3, 0],
  strata: ['a', 'a', 'a', 'b', 'c'],
  clusters: [['v1', 'v2', 'v1', 'v3', 'v4']],
})

describe('a domain', () => {
  it('counts people, clusters and strata by weights above 0', () => {
    expect(describeDomain(design, null)).toEqual({
      n: 3,
      weightSum: 6,
      clusters: 2,
      strata: 2,
      degreesOfFreedom: 0,
    })
  })

  it('holds rows of weight 0, which still belong to it', () => {
    expect([...activeRows(design, [1, 1, 0, 0, 0], [])]).toEqual([1, 1, 0, 0, 0])
  })

  it('loses rows with a gap in any column', () => {
    const columns = [Float64Array.of(1, 2, Number.NaN, 4, 5), Float64Array.of(1, 2, 3, Number.NaN, 5)]
    expect([...activeRows(design, null, columns)]).toEqual([1, 1, 0, 0, 1])
  })

  it('united with another holds the rows of both, and with everything is everything', () => {
    const [a, b] = [Uint8Array.of(1, 0, 0, 0, 0), Uint8Array.of(0, 0, 1, 0, 0)]
    expect(uniteDomains([a, b], 5)).toEqual(Uint8Array.of(1, 0, 1, 0, 0))
    expect(uniteDomains([a, null], 5)).toBeNull()
  })
})
