import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MissingPolicy, type ScoredArea, scoreTree } from '#lib/stats/criteria-tree'

const areas: ScoredArea[] = [
  {
    name: 'direction',
    criteria: [
      { maximumPoints: 6, score: 0.5 },
      { maximumPoints: 4, score: 1 },
    ],
  },
  {
    name: 'staff',
    criteria: [
      { maximumPoints: 12, score: 0.75, slope: { source: 's1', value: 2 } },
      { maximumPoints: 8, score: null },
    ],
  },
  {
    name: 'finance',
    criteria: [
      { maximumPoints: 5, score: null },
      { maximumPoints: 1, score: 0.2 },
    ],
  },
]
const score = (missing: MissingPolicy) => scoreTree(areas, { missing, minimumCoverage: 0.5 })

describe('scoreTree', () => {
  it('rescales an area with enough points available and leaves the others out', () => {
    const tree = score('rescale')
    expect(tree.areas.map(({ points }) => points)).toEqual([7, 15, null])
    expect(tree).toMatchObject({ points: 22, maximumPoints: 30 })
    expect(tree.percent).toBeCloseTo(22 / 0.3, 12)
  })

  it('counts what is not reported as no points under "zero"', () => {
    const tree = score('zero')
    expect(tree.areas.map(({ points }) => points)).toEqual([7, 9, 0.2])
    expect(tree.maximumPoints).toBe(36)
  })

  it('knows nothing under "null" when anything is missing', () => {
    expect(score('null')).toMatchObject({ percent: null, points: null, maximumPoints: null })
    expect(score('null').areas.map(({ points }) => points)).toEqual([7, null, null])
  })

  it('tells how much the percentage moves with a survey share', () => {
    // 12 of the 12 available points stand for all 20 of the area, and the area for 20 of 30
    expect(score('rescale').gradient.get('s1')).toBeCloseTo((2 * 20 * 100) / 30, 12)
    expect(score('zero').gradient.get('s1')).toBeCloseTo((2 * 12 * 100) / 36, 12)
  })

  it('does not depend on the order of areas', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(areas, { minLength: 3 }),
        fc.constantFrom<MissingPolicy>('rescale', 'zero'),
        (shuffled, missing) => {
          expect(scoreTree(shuffled, { missing, minimumCoverage: 0.5 }).percent).toBeCloseTo(
            score(missing).percent!,
            12,
          )
        },
      ),
    )
  })

  it('is 100 % when every criterion has its full points', () => {
    const full = areas.map((area) => ({
      ...area,
      criteria: area.criteria.map((criterion) => ({ ...criterion, score: 1 })),
    }))
    expect(scoreTree(full, { missing: 'null', minimumCoverage: 1 }).percent).toBe(100)
  })
})
