import { expect, it } from 'vitest'
import type { Criterion } from '#lib/definitions/index-file'
import { joinFigures } from '#lib/scoring/join-figures'
import type { EnteredFigure } from '#lib/scoring/score-input'

const count = { entered: { rule: { kind: 'figure' as const, isCount: true } } }
const raw = { entered: { rule: { kind: 'figure' as const } } }
const criterion = (code: string, source: Criterion['source']): Criterion => ({
  code,
  name: { vi: code, en: code },
  weight: 0.2,
  source,
})
const index = {
  criteria: [
    criterion('percent', { entered: { max: 100 } }),
    criterion('late', { entered: { rule: { kind: 'deduction', full: 2, perUnit: 0.5 } } }),
    criterion('online', { expression: 'done / asked', parts: { done: count, asked: count } }),
    criterion('days', { expression: 'mean / target', parts: { mean: raw, target: raw } }),
    criterion('alone', { expression: 'one', parts: { one: count } }),
  ],
}
const unit = (figures: Record<string, EnteredFigure>) => new Map(Object.entries(figures))

it('adds counts that stand beside their total, and nothing else', () => {
  const joined = joinFigures(index, [
    unit({ percent: 80, late: 1, 'online.done': 30, 'online.asked': 40, 'days.mean': 2, 'alone.one': 1 }),
    unit({ percent: 60, late: 0, 'online.done': 5, 'online.asked': 60, 'days.mean': 4, 'alone.one': 1 }),
  ])
  expect(Object.fromEntries(joined)).toEqual({
    percent: 'not-comparable',
    late: 'not-comparable',
    'online.done': 35,
    'online.asked': 100,
    'days.mean': 'not-comparable',
    'days.target': 'not-comparable',
    'alone.one': 'not-comparable',
  })
})

it('has no sum where one of the units lacks the count, or says that it does not apply', () => {
  const lacking = joinFigures(index, [
    unit({ 'online.done': 30, 'online.asked': 40 }),
    unit({ 'online.done': 5 }),
  ])
  expect(lacking.has('online.asked')).toBe(false)
  const spared = joinFigures(index, [unit({ 'online.done': 30 }), unit({ 'online.done': 'not-applicable' })])
  expect(spared.get('online.done')).toBe('not-comparable')
})

it('leaves the figures of a single unit as they are', () => {
  const own = unit({ percent: 80 })
  expect(joinFigures(index, [own])).toBe(own)
})
