import { expect, it } from 'vitest'
import { chooseTallies } from '#lib/scoring/choose-tallies'
import { asVolunteers, makePeople, tally } from '../support/made-up-survey'

const drawn = makePeople({ seed: 4, units: ['a'], villages: 4, people: 10 })
const volunteers = asVolunteers(drawn.slice(0, 7))
const tallies = tally([...drawn, ...volunteers])
const people = (chosen: { n: number }[]) => chosen.reduce((sum, { n }) => sum + n, 0)

it('keeps answers that anybody could give out of the drawn sample', () => {
  const chosen = chooseTallies(tallies, 'drawn', 'clusters')
  expect(chosen.design).toBe('clusters')
  expect(people(chosen.tallies)).toBe(drawn.length)
})

it('reads the open answers of a sampled wave without its design', () => {
  const chosen = chooseTallies(tallies, 'open', 'clusters')
  expect(chosen.design).toBe('none')
  expect(people(chosen.tallies)).toBe(volunteers.length)
})

it('counts everybody once, by no design, when all answers are put together', () => {
  const chosen = chooseTallies(tallies, 'all', 'clusters')
  expect(chosen.design).toBe('none')
  expect(people(chosen.tallies)).toBe(drawn.length + volunteers.length)
  expect(new Set(chosen.tallies.map(({ weight }) => weight))).toEqual(new Set([1]))
})
