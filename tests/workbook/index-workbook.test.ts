import { describe, expect, it } from 'vitest'
import { asVolunteers, index, makePeople, sampleOf } from '../support/made-up-survey'
import { recalculate } from '../support/recalculate'
import { workbookOf } from '../support/workbook-of'

const units = ['a', 'b', 'c']
const people = makePeople({ seed: 7, units, villages: 8, people: 15 })
const entered = new Map([
  ['a', new Map([['online', 30]])],
  ['b', new Map([['online', 12.5]])],
])
const input = (sample = sampleOf(people)) => ({
  index,
  samples: new Map([[sample.form.slug, sample]]),
  entered,
})

describe('the workbook of a sampled wave', () => {
  it('comes to the values of the engine in every cell', () => {
    const found = recalculate(workbookOf(input(), units))
    expect(found.faults).toEqual([])
    expect(found.compared).toBeGreaterThan(100)
    expect(found.largest).toBeLessThan(1e-9)
  })
})

it('does so for an open wave, whose answers all weigh the same', () => {
  const open = sampleOf(asVolunteers(people), { design: 'none', entry: 'open' })
  const found = recalculate(workbookOf(input(open), units))
  expect(found.faults).toEqual([])
  expect(found.largest).toBeLessThan(1e-9)
})
