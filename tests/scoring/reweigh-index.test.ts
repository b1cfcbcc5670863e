import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexFile } from '#lib/definitions/index-file'
import { listFamilies, reweighIndex, weightFaults } from '#lib/scoring/reweigh-index'
import { flattenScore } from '#lib/scoring/score'
import { scoreIndex } from '#lib/scoring/score-tree'
import { smallIndex } from '../definitions/small-definitions'
import { roundIndex } from '../support/round-index'

const weigh = (weights: Record<string, number>) => new Map(Object.entries(weights))

function scoresOf(index: IndexFile, entered = { tasks: 50, plan: 1, late_reports: 3 }) {
  const figures = new Map(Object.entries(entered))
  const root = scoreIndex({ index, samples: new Map(), panel: null, entered: figures })
  return new Map(flattenScore(root).map(({ code, share }) => [code, share!]))
}

describe('listFamilies', () => {
  it('names every group of siblings with the official weights in percent or points', () => {
    const families = listFamilies(smallIndex())
    expect(
      families.map(({ code, kind, siblings }) => [code, kind, siblings.map(({ official }) => official)]),
    ).toEqual([
      ['small', 'weight', [60, 40]],
      ['work', 'points', [3, 1]],
    ])
  })
})

describe('reweighIndex', () => {
  it('leaves every score as it is where the official weights are given', () => {
    const official = listFamilies(roundIndex).flatMap(({ siblings }) =>
      siblings.map((one) => [one.code, one.official] as const),
    )
    const same = scoresOf(reweighIndex(roundIndex, new Map(official)))
    for (const [code, share] of scoresOf(roundIndex)) expect(same.get(code), code).toBeCloseTo(share, 12)
  })

  it('takes weights as proportions, in every family on its own', () => {
    const plain = scoresOf(roundIndex)
    const tried = scoresOf(reweighIndex(roundIndex, weigh({ direction: 1, reports: 3, tasks: 10, plan: 10 })))
    expect(tried.get('tasks')).toBeCloseTo(plain.get('tasks')!, 12)
    const direction = (plain.get('tasks')! + plain.get('plan')!) / 2
    expect(tried.get('direction')).toBeCloseTo(direction, 12)
    expect(tried.get('round-index')).toBeCloseTo((direction + 3 * plain.get('reports')!) / 4, 12)
  })

  it('drops a criterion of weight 0 and gives the rest its place', () => {
    const plain = scoresOf(roundIndex)
    const tried = scoresOf(reweighIndex(roundIndex, weigh({ reports: 0 })))
    expect(tried.get('round-index')).toBeCloseTo(plain.get('direction')!, 12)
  })

  it('stays between the lowest and the highest part whatever the weights', () => {
    const plain = scoresOf(roundIndex)
    const parts = [plain.get('direction')!, plain.get('reports')!]
    const weight = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(weight, weight, (direction, reports) => {
        fc.pre(direction + reports > 0)
        const whole = scoresOf(reweighIndex(roundIndex, weigh({ direction, reports }))).get('round-index')!
        expect(whole).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-12)
        expect(whole).toBeLessThanOrEqual(Math.max(...parts) + 1e-12)
      }),
    )
  })
})

describe('weightFaults', () => {
  it('names unknown criteria, what is no weight, and families without any', () => {
    const codes = (weights: Record<string, number>) =>
      weightFaults(roundIndex, weigh(weights)).map(({ code }) => code)
    expect(codes({ direction: 20, reports: 0 })).toEqual([])
    expect(codes({ nowhere: 1, direction: -1, reports: Number.NaN, plan: 1001 })).toEqual([
      'nowhere',
      'direction',
      'reports',
      'plan',
    ])
    expect(codes({ direction: 0, reports: 0, tasks: 0, plan: 0 })).toEqual(['round-index', 'direction'])
    expect(() => reweighIndex(roundIndex, weigh({ direction: 0, reports: 0 }))).toThrow(RangeError)
  })
})
