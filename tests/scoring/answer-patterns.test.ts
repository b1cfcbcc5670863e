import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPatterns, mostCompared } from '#lib/scoring/answer-patterns'
import type { Variable } from '#lib/surveys/variable'
import { codebook, seededNumbers } from '../support/made-up-survey'

const item = (number: number): Variable => ({ ...codebook[0]!, name: `q_${number}`, question: `q_${number}` })
const long = Array.from({ length: 12 }, (_, number) => item(number))

function honest(count: number, seed = 1): number[][] {
  const next = seededNumbers(seed)
  return Array.from({ length: count }, () => long.map(() => 1 + Math.floor(next() * 5)))
}

describe('findPatterns', () => {
  it('flags one answer to everything, twins and near twins, each once', () => {
    const rows = honest(40)
    const straight = long.map(() => 4)
    const near = [...rows[0]!]
    near[3] = (near[3]! % 5) + 1
    const report = findPatterns(long, [...rows, straight, rows[5]!, near])
    expect(report.flags).toEqual({ 'straight-lining': 1, duplicate: 2, 'near-duplicate': 2 })
    const flagged = [...report.isFlagged].flatMap((flag, at) => (flag ? [at] : []))
    expect(flagged).toEqual([0, 5, 40, 41, 42])
  })

  it('does not judge a short battery, nor compare more answers than it can', () => {
    const short = findPatterns(long.slice(0, 6), [long.slice(0, 6).map(() => 4), [1, 2, 3, 4, 5, 1]])
    expect(short).toMatchObject({ battery: 0, isCompared: false, flags: { 'straight-lining': 0 } })
    expect(findPatterns(long, honest(mostCompared + 1)).isCompared).toBe(false)
  })

  it('says the same in whatever order the answers come', () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: 30 }, (_, at) => at),
      { minLength: 30 },
    )
    const rows = [...honest(28, 7), long.map(() => 2), honest(1, 7)[0]!]
    const { flags } = findPatterns(long, rows)
    fc.assert(
      fc.property(order, (places) => {
        expect(
          findPatterns(
            long,
            places.map((at) => rows[at]!),
          ).flags,
        ).toEqual(flags)
      }),
    )
  })
})
