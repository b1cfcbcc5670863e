import { expect, it } from 'vitest'
import { countCells } from '#lib/scoring/count-cells'
import { makePeople, tally } from '../support/made-up-survey'

it('counts answers by unit and mode against the target, never weighted', () => {
  const people = makePeople({ seed: 1, units: ['a', 'b'], villages: 3, people: 10 })
  const self = people.filter(({ unit, mode }) => unit === 'a' && mode === 'self').length
  const cells = countCells({
    wave: 'w1',
    form: 'made-up-form.v1',
    targets: [
      { unit: 'a', target: 40 },
      { unit: 'c', target: 10 },
    ],
    tallies: tally(people),
    modes: ['self', 'paper'],
  })
  const value = (unit: string, criterion: string) =>
    cells.find((cell) => cell.unit === unit && cell.criterion === criterion)?.value
  expect(value('a', 'answers')).toBe(30)
  expect(value('a', 'target')).toBe(40)
  expect(value('a', 'mode=self')).toBe(self)
  expect(value('a', 'mode=assisted')).toBe(30 - self)
  expect(value('a', 'mode=paper')).toBe(0)
  expect(value('c', 'answers')).toBe(0)
})

it('counts answers of the days of grace where a wave grants some, and says nothing of them elsewhere', () => {
  const wave = { wave: 'w1', form: 'made-up-form.v1', tallies: [], modes: ['self'] }
  const targets = ['a', 'b'].map((unit) => ({ unit, target: 5 }))
  const late = (cells: ReturnType<typeof countCells>) =>
    cells.filter(({ criterion }) => criterion === 'late').map(({ unit, value }) => `${unit} ${value}`)
  expect(late(countCells({ ...wave, targets, late: [{ unit: 'b', n: 2 }] }))).toEqual(['a 0', 'b 2'])
  expect(late(countCells({ ...wave, targets }))).toEqual([])
})
