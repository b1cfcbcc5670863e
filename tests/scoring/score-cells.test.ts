import { describe, expect, it } from 'vitest'
import { makePanel } from '#lib/scoring/panel'
import type { Sample } from '#lib/scoring/sample'
import { scoreCells } from '#lib/scoring/score-cells'
import { scoreIndex } from '#lib/scoring/score-tree'
import { studentTQuantile } from '#lib/stats/distributions'
import { proportionInterval } from '#lib/stats/proportion-interval'
import { index, makePeople, type Person, sampleOf } from '../support/made-up-survey'

const people = makePeople({ seed: 11, units: ['a', 'b'], villages: 6, people: 20 })

function cells(sample: Sample, unit = 'a', entered: [string, number][] = [['online', 30]]) {
  const samples = new Map([[sample.form.slug, sample]])
  const panel = makePanel([sample], new Set([unit]))
  const root = scoreIndex({ index, samples, panel, entered: new Map(entered) })
  return {
    root,
    of: (code: string) =>
      scoreCells(root, {
        index,
        unit,
        period: 'w1',
        source: 'made-up.v1; made-up-form.v1',
        entry: 'drawn',
      }).find((cell) => cell.criterion === code)!,
  }
}

const everyone = (code: number) =>
  people.map((person): Person => ({ ...person, coded: person.coded.map(() => code) }))

describe('scoreCells', () => {
  it('shows the index with a t interval on the index itself', () => {
    const { root, of } = cells(sampleOf(people))
    const cell = of('made-up')
    const half = studentTQuantile(0.975, 4) * root.estimate!.standardError!
    expect(cell.value).toBeCloseTo(root.share! * 100, 12)
    expect(cell.low).toBeCloseTo((root.share! - half) * 100, 10)
    expect(cell.high).toBeCloseTo((root.share! + half) * 100, 10)
    expect(cell).toMatchObject({ status: 'ok', scale: 'percent', maximum: 100, degreesOfFreedom: 4 })
    expect(cell.method).toBe('made-up.v1; made-up-form.v1; Taylor, t, 95 %')
  })

  it('shows a single question with the Korn-Graubard interval', () => {
    const { of } = cells(sampleOf(people))
    const cell = of('manner')
    const { low, high } = proportionInterval('kg_truncated', {
      proportion: cell.value! / 100,
      variance: (cell.standardError! / 100) ** 2,
      n: cell.n,
      degreesOfFreedom: 4,
      level: 0.95,
      assumedDesignEffect: 2,
    })
    expect(cell.low).toBeCloseTo(low! * 100, 8)
    expect(cell.high).toBeCloseTo(high! * 100, 8)
    expect(cell.method).toContain('Korn-Graubard')
  })

  it('gives an interval with a width even where everybody is satisfied', () => {
    const cell = cells(sampleOf(everyone(5))).of('access')
    expect(cell).toMatchObject({ value: 100, high: 100, status: 'ok' })
    expect(cell.low).toBeLessThan(99)
  })

  it('gives no interval where nothing varies and the points are more than yes and no', () => {
    const cell = cells(sampleOf(everyone(3))).of('skill')
    expect(cell.value).toBeCloseTo(60, 12)
    expect(cell).toMatchObject({ low: null, high: null, status: 'single-cluster' })
  })

  it('shows a value without interval when only one village was drawn', () => {
    const one = people.filter(({ unit, cluster }) => unit === 'a' && cluster === 'v0')
    const more = one.flatMap((person) => [person, person])
    const cell = cells(sampleOf(more)).of('access')
    expect(cell).toMatchObject({ status: 'single-cluster', low: null, high: null, standardError: null })
    expect(cell.value).not.toBeNull()
  })

  it('shows a value without interval for an open survey', () => {
    const cell = cells(sampleOf(people, { design: 'none' })).of('made-up')
    expect(cell).toMatchObject({
      status: 'no-design',
      low: null,
      standardError: null,
      degreesOfFreedom: null,
    })
    expect(cell.method).toContain('no sample, no interval')
  })

  it('shows entered figures as exact and without interval', () => {
    const cell = cells(sampleOf(people)).of('online')
    expect(cell).toMatchObject({ value: 75, low: null, high: null, n: 0, status: 'ok', flags: ['exact'] })
  })

  it('never carries a number for too few answers', () => {
    const cell = cells(sampleOf(people.slice(0, 12))).of('access')
    expect(cell).toMatchObject({ value: null, low: null, high: null, status: 'too-few' })
  })

  it('keeps every interval on the scale', () => {
    for (const code of [1, 2, 4, 5]) {
      const mixed = people.map((person, place) => (place % 19 === 0 ? person : everyone(code)[place]!))
      for (const criterion of ['made-up', 'access', 'staff', 'manner', 'skill']) {
        const cell = cells(sampleOf(mixed)).of(criterion)
        expect(cell.low ?? 0).toBeGreaterThanOrEqual(0)
        expect(cell.high ?? 100).toBeLessThanOrEqual(100)
      }
    }
  })
})
