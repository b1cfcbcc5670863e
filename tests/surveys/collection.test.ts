import { expect, it } from 'vitest'
import { chooseTallies } from '#lib/scoring/choose-tallies'
import { type entries, reportedEntry } from '#lib/surveys/collection'
import { asVolunteers, makePeople, tally } from '../support/made-up-survey'

it.each([
  [['open'], 'open'],
  [['open', 'visit-code'], 'visit-code'],
  [['visit-code', 'drawn', 'open'], 'drawn'],
  [['open', 'link'], 'link'],
  [['ballot'], 'ballot'],
])('a wave that takes %j is reported by %s, never by all together', (taken, reported) => {
  expect(reportedEntry({ entries: taken })).toBe(reported)
})

it('adds answers with a code of the desk to those of the open QR code only when a reader asks for all', () => {
  const people = makePeople({ seed: 9, units: ['a'], villages: 2, people: 12 })
  const volunteers = asVolunteers(people)
  const withCode = tally(volunteers.map((one) => ({ ...one, entry: 'visit-code' })))
  const open = tally(volunteers.slice(0, 5))
  const count = (entry: (typeof entries)[number] | 'all') =>
    chooseTallies([...withCode, ...open], entry, 'none').tallies.reduce((sum, { n }) => sum + n, 0)
  expect([count('visit-code'), count('open'), count('all')]).toEqual([people.length, 5, people.length + 5])
})
