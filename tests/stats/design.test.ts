import { describe, expect, it } from 'vitest'
import { makeDesign, withWeights } from '#lib/stats/design'
import { StatisticsError, type StatisticsErrorCode } from '#lib/stats/statistics-error'

function codeOf(action: () => unknown): StatisticsErrorCode | null {
  try {
    action()
    return null
  } catch (error) {
    if (error instanceof StatisticsError) return error.code
    throw error
  }
}

describe('a design', () => {
  it('counts the clusters of each stratum', () => {
    const design = makeDesign({
      weights: [1, 1, 1, 1],
      strata: ['a', 'a', 'a', 'b'],
      clusters: [[1, 1, 2, 3]],
    })
    expect([...design.stages[0]!.drawn]).toEqual([2, 1])
    expect([...design.stages[0]!.stratumOfUnit]).toEqual([0, 0, 1])
  })

  it('takes every row as its own cluster when no clusters are given', () => {
    expect(makeDesign({ weights: [1, 1, 1] }).stages[0]!.drawn[0]).toBe(3)
  })

  it('tells repeated village labels apart when labels are nested', () => {
    const design = makeDesign({
      weights: [1, 1, 1, 1],
      strata: ['a', 'a', 'b', 'b'],
      clusters: [[1, 2, 1, 2]],
      nest: true,
    })
    expect(design.stages[0]!.stratumOfUnit.length).toBe(4)
  })

  it('reads second-stage labels inside the first stage', () => {
    const design = makeDesign({
      weights: [1, 1, 1, 1],
      clusters: [
        ['v1', 'v1', 'v2', 'v2'],
        [1, 2, 1, 2],
      ],
      populationSizes: [
        [8, 8, 8, 8],
        [10, 10, 20, 20],
      ],
    })
    expect(design.stages.length).toBe(2)
    expect([...design.stages[1]!.drawn]).toEqual([2, 2])
    expect([...design.stages[1]!.fraction]).toEqual([0.2, 0.1])
    expect([...design.stages[1]!.multiplier]).toEqual([0.25, 0.25])
  })

  it('stops at the first stage when no population size of the second is known', () => {
    const clusters = [
      ['v1', 'v1', 'v2', 'v2'],
      [1, 2, 1, 2],
    ]
    expect(makeDesign({ weights: [1, 1, 1, 1], clusters }).stages.length).toBe(1)
    expect(
      makeDesign({ weights: [1, 1, 1, 1], clusters, populationSizes: [[8, 8, 8, 8]] }).stages.length,
    ).toBe(1)
  })

  it('takes 7 and "7" for the same label', () => {
    expect(makeDesign({ weights: [1, 1, 1], clusters: [[7, '7', '07']] }).stages[0]!.drawn[0]).toBe(2)
  })

  it('accepts an unknown (infinite) population as sampling with replacement', () => {
    const design = makeDesign({ weights: [1, 1], populationSizes: [[Infinity, Infinity]] })
    expect(design.stages[0]!.fraction[0]).toBe(0)
  })

  it('accepts a census', () => {
    expect(makeDesign({ weights: [1, 1], populationSizes: [[2, 2]] }).stages[0]!.fraction[0]).toBe(1)
  })

  it.each<[StatisticsErrorCode, () => unknown]>([
    ['negative_weight', () => makeDesign({ weights: [1, -1] })],
    ['missing_weight', () => makeDesign({ weights: [1, null] })],
    ['missing_weight', () => makeDesign({ weights: [1, Number.NaN] })],
    ['missing_weight', () => makeDesign({ weights: [1, Infinity] })],
    ['missing_design_variable', () => makeDesign({ weights: [1, 1], strata: ['a', ''] })],
    ['missing_design_variable', () => makeDesign({ weights: [1, 1], clusters: [['a', null]] })],
    ['missing_design_variable', () => makeDesign({ weights: [1, 1], populationSizes: [[4, null]] })],
    ['psu_in_several_strata', () => makeDesign({ weights: [1, 1], strata: ['a', 'b'], clusters: [[1, 1]] })],
    ['fpc_below_sample', () => makeDesign({ weights: [1, 1], populationSizes: [[1, 1]] })],
    ['fpc_varies_in_stratum', () => makeDesign({ weights: [1, 1], populationSizes: [[4, 5]] })],
    ['length_mismatch', () => makeDesign({ weights: [1, 1], strata: ['a'] })],
    ['length_mismatch', () => withWeights(makeDesign({ weights: [1, 1] }), [1])],
    ['negative_weight', () => withWeights(makeDesign({ weights: [1, 1] }), [1, -2])],
  ])('refuses with %s', (code, action) => {
    expect(codeOf(action)).toBe(code)
  })

  it('names row, strata and remedy when a cluster lies in two strata', () => {
    expect(() =>
      makeDesign({ weights: [1, 1], strata: ['town', 'hills'], clusters: [['v1', 'v1']] }),
    ).toThrow(/row 2 .*"town" and "hills".*nest: true/)
  })
})
