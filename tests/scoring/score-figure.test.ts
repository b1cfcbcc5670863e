// Every kind of rule, at its edges: the edge of a step belongs to the step above, and no rule guesses.
import { describe, expect, it } from 'vitest'
import type { EnteredRule } from '#lib/definitions/index-source'
import { scoreFigure } from '#lib/scoring/score-figure'

const name = (vi: string) => ({ vi, en: vi })

describe('scoreFigure', () => {
  it('draws a straight line between the figure of no and of full marks, also downwards', () => {
    expect(scoreFigure({ kind: 'linear', zero: 0, full: 80 }, 60)).toBe(0.75)
    expect(scoreFigure({ kind: 'linear', zero: 20, full: 0 }, 5)).toBe(0.75)
    expect(scoreFigure({ kind: 'linear', zero: 50, full: 100 }, 50)).toBe(0)
  })

  it('gives a figure on the edge of a step the points of that step', () => {
    const rule: EnteredRule = {
      kind: 'steps',
      full: 1.5,
      steps: [
        { from: 0, points: 0 },
        { from: 80, points: 0.75 },
        { from: 95, points: 1.5 },
      ],
    }
    expect([0, 79.99, 80, 94.99, 95, 100].map((figure) => scoreFigure(rule, figure))).toEqual([
      0, 0, 0.5, 0.5, 1, 1,
    ])
  })

  it('takes points for each case, never below the least', () => {
    const rule: EnteredRule = { kind: 'deduction', full: 2, perUnit: 0.5, least: 0.5 }
    expect([0, 1, 3, 9].map((figure) => scoreFigure(rule, figure))).toEqual([1, 0.75, 0.25, 0.25])
  })

  it('reads options and points by the full marks of the rule', () => {
    const rule: EnteredRule = {
      kind: 'choice',
      full: 2,
      options: [
        { value: 1, name: name('Có'), points: 2 },
        { value: 2, name: name('Một phần'), points: 0.5 },
        { value: 0, name: name('Không'), points: 0 },
      ],
    }
    expect([1, 2, 0].map((figure) => scoreFigure(rule, figure))).toEqual([1, 0.25, 0])
    expect(scoreFigure({ kind: 'points', full: 1.25 }, 0.5)).toBe(0.4)
    expect(scoreFigure({ kind: 'figure' }, -7.5)).toBe(-7.5)
  })

  it('refuses a figure that the rule does not take', () => {
    expect(() => scoreFigure({ kind: 'linear', zero: 0, full: 100 }, 100.5)).toThrow('from 0 to 100')
    expect(() => scoreFigure({ kind: 'points', full: 2 }, -1)).toThrow(RangeError)
    expect(() => scoreFigure({ kind: 'deduction', full: 2, perUnit: 1 }, -1)).toThrow('0 or more')
    expect(() =>
      scoreFigure({ kind: 'choice', full: 1, options: [{ value: 1, name: name('Có'), points: 1 }] }, 0),
    ).toThrow('choose one of: Có')
    expect(() => scoreFigure({ kind: 'figure' }, Number.NaN)).toThrow('enter a number')
  })
})
