import { beforeEach, expect, it } from 'vitest'
import type { Row } from '#lib/exports/table'
import { exportTriedWeights } from '#lib/flows/export-tried-weights'
import { loadResults } from '#lib/flows/load-results'
import { tryWeights } from '#lib/flows/try-weights'
import { makePeople } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor } from '../support/make'

const analyst = makeActor({ role: 'analyst' })
const ask = { index: 'made-up.v1', wave: 'w1' }

beforeEach(async () => {
  const published = await publishMadeUp(['a', 'b'])
  const wave = await makeMadeUpWave(published, { id: 'w1', design: 'clusters', units: ['a', 'b'] })
  await storePeople(wave, makePeople({ seed: 31, units: ['a', 'b'], villages: 6, people: 10 }))
})

it('shows the official cells, and nothing tried before weights are given', async () => {
  const { official, tried, faults } = await tryWeights(analyst, ask)
  expect(official).toEqual((await loadResults(analyst, ask)).cells)
  expect([tried, faults]).toEqual([null, []])
})

it('computes score, interval and error anew from the answers, and marks every cell', async () => {
  const { official, tried } = await tryWeights(analyst, { ...ask, weights: 'access:1;staff:0;online:0' })
  expect(
    tried!.every(({ flags, method }) => flags[0] === 'unofficial' && method.includes('not official')),
  ).toBe(true)
  for (const unit of ['a', 'b', 'district']) {
    const whole = tried!.find((cell) => cell.unit === unit && cell.criterion === 'made-up')!
    const access = official.find((cell) => cell.unit === unit && cell.criterion === 'access')!
    expect(whole.value).toBeCloseTo(access.value!, 10)
    expect(whole.standardError).toBeCloseTo(access.standardError!, 10)
    expect(whole.low).not.toBeNull()
  }
})

it('stores nothing: the results page stays as it was', async () => {
  const before = await loadResults(analyst, ask)
  await tryWeights(analyst, { ...ask, weights: 'access:90;staff:5,5' })
  expect(await loadResults(analyst, ask)).toEqual(before)
})

it('names every weight it cannot take, and computes nothing with them', async () => {
  const { tried, faults, given } = await tryWeights(analyst, {
    ...ask,
    weights: 'access:-3;staff:nhiều;nix:1;online',
  })
  expect(tried).toBeNull()
  expect(faults.map(({ code }) => code)).toEqual(['access', 'staff', 'nix', 'online'])
  expect(given.get('staff')).toBe('nhiều')
  await expect(exportTriedWeights(analyst, { ...ask, weights: 'access:-3' })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

it('is offered to analysts only', async () => {
  for (const role of ['district', 'commune', 'viewer'] as const)
    await expect(tryWeights(makeActor({ role, unitId: 'a' }), ask)).rejects.toMatchObject({
      code: 'not_allowed',
    })
})

it('says in the name and in every row of the file that it is not official', async () => {
  const table = await exportTriedWeights(analyst, { ...ask, weights: 'access:50' })
  expect(table.name).toContain('not-official')
  const flags = table.columns.indexOf('flags')
  const rows: Row[] = []
  for await (const batch of table.batches) rows.push(...batch)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(String(row[flags])).toContain('unofficial')
})
