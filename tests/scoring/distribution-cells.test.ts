import { describe, expect, it } from 'vitest'
import { distributionCells } from '#lib/scoring/distribution-cells'
import { makePanel } from '#lib/scoring/panel'
import { findInLayout } from '#lib/scoring/tally-layout'
import { layout, makePeople, type Person, sampleOf } from '../support/made-up-survey'

const people = makePeople({ seed: 5, units: ['a', 'b'], villages: 6, people: 20 })

function distribution(rows: Person[], name: string, units: string[] | null = ['a'], minimumAnswers = 20) {
  const sample = sampleOf(rows)
  const panel = makePanel([sample], units && new Set(units))
  return distributionCells(findInLayout(layout, name)!, { unit: 'a', sample, panel, minimumAnswers })
}

describe('distributionCells', () => {
  it('splits everybody into opinions, no opinion, no answer and not asked, in the order of the form', () => {
    const cells = distribution(people, 'access_1')
    expect(cells.map((cell) => cell.criterion.split('=')[1])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '98',
      'no-answer',
      'not-asked',
    ])
    expect(cells.reduce((sum, cell) => sum + cell.value!, 0)).toBeCloseTo(100, 10)
    expect(cells.every((cell) => cell.n === 120)).toBe(true)
  })

  it('weights people', () => {
    const own = people.filter(({ unit }) => unit === 'a')
    const weight = (rows: Person[]) => rows.reduce((sum, row) => sum + row.weight, 0)
    const share = weight(own.filter(({ coded }) => coded[0] === 4)) / weight(own)
    const cell = distribution(people, 'access_1').find(({ criterion }) => criterion === 'access_1=4')!
    expect(cell.value).toBeCloseTo(share * 100, 10)
    expect(cell.low!).toBeLessThan(cell.value!)
  })

  it('keeps an offered answer that nobody chose, with an upper bound above zero', () => {
    const rows = people.map((row) => ({ ...row, coded: row.coded.map((code) => (code === 1 ? 2 : code)) }))
    const cell = distribution(rows, 'access_1')[0]!
    expect(cell).toMatchObject({ criterion: 'access_1=1', value: 0, low: 0, status: 'ok' })
    expect(cell.high).toBeGreaterThan(0)
  })

  it('tells only whether a number was given', () => {
    expect(distribution(people, 'age').map((cell) => cell.criterion)).toEqual(['age=answered'])
  })

  it('shows no number below the minimum', () => {
    for (const cell of distribution(people.slice(0, 8), 'access_1'))
      expect(cell).toMatchObject({ value: null, status: 'too-few', n: 8 })
  })

  it('shows nothing measured where nobody answered', () => {
    for (const cell of distribution(people, 'access_1', ['nowhere']))
      expect(cell).toMatchObject({ value: null, status: 'missing', n: 0 })
  })
})
