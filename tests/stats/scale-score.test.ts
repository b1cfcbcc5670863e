import { describe, expect, it } from 'vitest'
import { scaleScores } from '#lib/stats/scale-score'

const codes = [1, 2, 3, 4, 5]

describe('scaleScores', () => {
  it('run from 0 to 100 and ignore "don\'t know"', () => {
    expect([
      ...scaleScores(
        [
          [1, 5, 5],
          [1, 5, 8],
        ],
        codes,
      ),
    ]).toEqual([0, 100, 100])
  })

  it('are missing below half of the items, and exist at exactly half', () => {
    const items = [
      [4, 4],
      [8, 2],
      [null, 8],
      [null, null],
    ]
    expect([...scaleScores(items, codes)]).toEqual([Number.NaN, 50])
    expect([...scaleScores([[4], [8], [8]], codes)]).toEqual([Number.NaN])
  })
})
