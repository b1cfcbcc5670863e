import { beforeEach, expect, it } from 'vitest'
import { explainResult } from '#lib/flows/explain-result'
import { loadResults } from '#lib/flows/load-results'
import { makePeople } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor } from '../support/make'

const officer = makeActor({ role: 'district' })
const ask = { index: 'made-up.v1', wave: 'w1' }

beforeEach(async () => {
  const published = await publishMadeUp(['a', 'b', 'c'])
  const wave = await makeMadeUpWave(published, { id: 'w1', design: 'clusters', units: ['a', 'b'] })
  await storePeople(wave, makePeople({ seed: 31, units: ['a', 'b'], villages: 6, people: 10 }))
})

it('explains the very number of the results page, for every unit and criterion', async () => {
  const { cells } = await loadResults(officer, ask)
  for (const cell of cells) {
    const { unit, criterion } = cell
    const explained = await explainResult(officer, { ...ask, unit, criterion })
    expect(explained.cell).toEqual(cell)
    expect(explained.explanation.score.code).toBe(criterion)
  }
})

it('tells a commune officer nothing of the neighbours', async () => {
  const ofCommune = makeActor({ role: 'commune', unitId: 'a' })
  const of = (unit: string) => explainResult(ofCommune, { ...ask, unit, criterion: 'access' })
  expect((await of('a')).unit.id).toBe('a')
  expect((await of('')).units.map(({ id }) => id)).not.toContain('b')
  await expect(of('b')).rejects.toMatchObject({ code: 'not_found' })
  await expect(explainResult(officer, { ...ask, unit: 'a', criterion: 'nowhere' })).rejects.toMatchObject({
    code: 'not_found',
  })
})
