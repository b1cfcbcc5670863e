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
