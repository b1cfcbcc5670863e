import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { weighRespondents } from '#lib/stats/weigh-respondents'

const size = 120
const column = <T>(of: (row: number) => T) => Array.from({ length: size }, (_, row) => of(row))
const sex = column((row) => (row % 2 ? 'F' : 'M'))
const age = column((row) => (row % 3 ? 'young' : 'old'))
const clusters = [column((row) => Math.floor(row / 10))]
const margin = (name: string, categories: string[], totals: Record<string, number>) => ({
  name,
  categories,
  totals: Object.entries(totals).map(([category, total]) => ({ category, total })),
})
const margins = [margin('sex', sex, { F: 700, M: 500 }), margin('age', age, { young: 900, old: 300 })]
const nonresponse = {
  classes: column((row) => `v${Math.floor(row / 60)}`),
  hasResponded: column((row) => row % 5 !== 0),
}

describe('weighRespondents', () => {
  const design = makeDesign({ weights: column((row) => (row === 7 ? 100 : 8 + (row % 4))), clusters })
  const weighed = weighRespondents(design, { nonresponse, margins, largestWeight: 40 })
  const sumWhere = (holds: (row: number) => boolean) =>
    weighed.design.weights.reduce((sum, weight, row) => sum + (holds(row) ? weight : 0), 0)

  it('ends on the margins after trimming, with nothing for those who did not answer', () => {
    expect(sumWhere((row) => sex[row] === 'F')).toBeCloseTo(700, 6)
    expect(sumWhere((row) => age[row] === 'old')).toBeCloseTo(300, 6)
    expect(sumWhere((row) => row % 5 === 0)).toBe(0)
    expect(weighed.trimmedShare).toBeCloseTo(1 / 96, 12)
    expect(weighed.after.kishDesignEffect).toBeLessThan(weighed.before.kishDesignEffect)
    expect(weighed.after.maximum).toBeLessThan(45)
  })

  it('gives a design in which a margin has no standard error', () => {
    const women = weighed.design.weights.map((weight, row) => (sex[row] === 'F' ? weight : 0))
    expect(designCovariance(weighed.design, [women])[0]).toBeCloseTo(0, 6)
  })

  it('reports what is weak: small classes, many trimmed, one heavy person', () => {
    const few = makeDesign({ weights: [1, 1, 1, 30], clusters: [[1, 1, 2, 2]] })
    const all = margin('all', ['a', 'a', 'a', 'a'], { a: 100 })
    const everybody = { classes: ['v', 'v', 'v', 'v'], hasResponded: [true, true, true, true] }
    expect(
      weighRespondents(few, { nonresponse: everybody, margins: [all], largestWeight: 40 }).warnings,
    ).toEqual(['few_respondents', 'many_trimmed', 'one_weight_above_5_percent'])
  })
})
