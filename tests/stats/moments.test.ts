import { describe, expect, it } from 'vitest'
import { collectMoments } from '#lib/stats/collect-moments'
import {
  addAnswer,
  addTally,
  type MomentCell,
  mergeMoments,
  momentBlocks,
  momentLength,
} from '#lib/stats/moments'

const cellOf = (moments: number[], cluster = 'v1'): MomentCell => ({
  domain: 'c1',
  stratum: 's',
  cluster,
  moments,
})

describe('moments', () => {
  it('of tallies are those of the answers they count', () => {
    const [byAnswer, byTally] = [
      new Float64Array(momentLength(2, false)),
      new Float64Array(momentLength(2, false)),
    ]
    for (const values of [
      [1, Number.NaN],
      [1, Number.NaN],
      [Number.NaN, 1],
      [Number.NaN, Number.NaN],
    ])
      addAnswer(byAnswer, 2.5, values)
    addTally(byTally, 2.5, 4, [2, 1])
    expect(byTally).toEqual(byAnswer)
  })

  it('keep products of the columns an answer fills', () => {
    const cell = new Float64Array(momentLength(3, true))
    addAnswer(cell, 2, [3, Number.NaN, 5])
    const { products } = momentBlocks(3)
    // 11, 21, 22, 31, 32, 33, each with the weight squared
    expect([...cell.slice(products)]).toEqual([36, 0, 0, 60, 0, 100])
  })

  it('count answers of weight 0 as sampled, not as respondents', () => {
    const cell = new Float64Array(momentLength(1, false))
    addAnswer(cell, 0, [1])
    addTally(cell, 0, 3, [2])
    expect([...cell]).toEqual([4, 0, 0, 0, 0, 0, 0])
  })

  it('add up over tables, cell by cell', () => {
    const one = {
      columns: ['yes'],
      cells: [cellOf([1, 1, 2, 4, 1, 2, 2]), cellOf([1, 1, 1, 1, 0, 0, 0], 'v2')],
    }
    const merged = mergeMoments([one, { columns: ['yes'], cells: [cellOf([1, 1, 3, 9, 1, 3, 3])] }])
    expect(merged.cells.map(({ cluster, moments }) => [cluster, ...moments])).toEqual([
      ['v1', 2, 2, 5, 13, 2, 5, 5],
      ['v2', 1, 1, 1, 1, 0, 0, 0],
    ])
    // the tables stay as they were
    expect(one.cells[0]!.moments[0]).toBe(1)
  })

  it('of other columns do not add up', () => {
    expect(() =>
      mergeMoments([
        { columns: ['a'], cells: [] },
        { columns: ['b'], cells: [] },
      ]),
    ).toThrow(RangeError)
    const cells = [cellOf([1, 1, 1, 1, 1, 1, 1]), cellOf([1, 1])]
    expect(() => mergeMoments([{ columns: ['a'], cells }])).toThrow(/do not add up/)
    expect(() => addTally(new Float64Array(momentLength(1, true)), 1, 1, [1])).toThrow(RangeError)
  })

  it('are collected under the empty domain for people who belong to none', () => {
    const table = collectMoments({
      weights: [1, 1],
      domains: ['c1', null],
      clusters: ['v1', 'v2'],
      columns: [{ name: 'yes', values: [1, null] }],
    })
    expect(table.cells.map(({ domain, cluster }) => [domain, cluster])).toEqual([
      ['c1', 'v1'],
      ['', 'v2'],
    ])
  })
})
