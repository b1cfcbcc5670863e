import { describe, expect, it } from 'vitest'
import { symmetricPseudoInverse } from '#lib/stats/symmetric-pseudo-inverse'

describe('symmetricPseudoInverse', () => {
  it('inverts a regular matrix however different its scales are', () => {
    const inverse = symmetricPseudoInverse([
      [4e12, 1e6],
      [1e6, 1],
    ])
    const determinant = 4e12 - 1e12
    expect(inverse[0]![0]).toBeCloseTo(1 / determinant, 20)
    expect(inverse[1]![1]! / (4e12 / determinant)).toBeCloseTo(1, 10)
  })

  it('solves consistent equations with a repeated column', () => {
    const matrix = [
      [2, 2, 0],
      [2, 2, 0],
      [0, 0, 3],
    ]
    const solution = symmetricPseudoInverse(matrix).map((row) => row[0]! * 4 + row[1]! * 4 + row[2]! * 6)
    expect(solution[0]! + solution[1]!).toBeCloseTo(2, 10)
    expect(solution[2]).toBeCloseTo(2, 10)
  })

  it('ignores a column of zeros', () => {
    expect(
      symmetricPseudoInverse([
        [0, 0],
        [0, 2],
      ]),
    ).toEqual([
      [0, 0],
      [0, 0.5],
    ])
  })
})
