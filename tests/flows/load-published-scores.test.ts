// An index that reads what others publish: from the officer's table in the database into the cells of the results page and
// of a frozen round.
import { beforeEach, expect, it } from 'vitest'
import type { Prisma } from '#lib/db/generated/client'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { explainResult } from '#lib/flows/explain-result'
import { loadResults } from '#lib/flows/load-results'
import { savePublishedFigures } from '#lib/flows/save-published-figures'
import { index as madeUp, makePeople } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor, makeDefinition } from '../support/make'

const officer = makeActor({ role: 'district' })
const ask = { index: 'reads-papi.v1', wave: 'w1' }

const leaf = (code: string, source: Criterion['source']): Criterion => ({
  code,
  name: { vi: code, en: code },
  weight: 0.5,
  source,
})

const readsPapi: IndexFile = {
  ...madeUp,
  slug: 'reads-papi',
  criteria: [
    leaf('papi', { external: { series: 'papi', full: 80 } }),
    leaf('satisfied', { index: 'made-up', version: 1, criterion: 'access' }),
  ],
}

const save = (...lines: string[]) =>
  savePublishedFigures(officer, {
    table: ['series,unit,year,kind,value,rank,outof,source', ...lines].join('\n'),
  })

async function cellOf(unit: string, criterion: string) {
  const { cells } = await loadResults(officer, ask)
  return cells.find((cell) => cell.unit === unit && cell.criterion === criterion)!
}

beforeEach(async () => {
  const published = await publishMadeUp(['a', 'b'])
  const body = readsPapi as unknown as Prisma.InputJsonValue
  await makeDefinition({ kind: 'index', slug: 'reads-papi', version: 1, body })
  const wave = await makeMadeUpWave(published, { id: 'w1', design: 'clusters', units: ['a', 'b'] })
  await storePeople(wave, makePeople({ seed: 31, units: ['a', 'b'], villages: 6, people: 10 }))
})

it('scores the figure of the very year, the newest one entered, and marks it as published', async () => {
  await save('papi,a,2025,value,70,,,x', 'papi,a,2026,value,40,,,x')
  await save('papi,a,2026,value,44,,,corrected', 'papi,a,2026,target,60,,,x')
  const cell = await cellOf('a', 'papi')
  expect(cell.value).toBeCloseTo(55, 10)
  expect(cell).toMatchObject({ status: 'ok', standardError: null })
  expect(cell.flags).toEqual(['exact', 'published'])
  const { explanation } = await explainResult(officer, { ...ask, unit: 'a', criterion: 'papi' })
  expect(explanation.score).toMatchObject({ figure: 44, share: 44 / 80 })
})

it('leaves a unit without a figure missing, never zero, and re-scales as the index allows', async () => {
  await save('papi,a,2026,value,40,,,x')
  expect(await cellOf('b', 'papi')).toMatchObject({ value: null, status: 'missing' })
  const whole = await cellOf('b', 'reads-papi')
  // Half of the weight is known, the index asks for 60 %.
  expect(whole).toMatchObject({ value: null, status: 'missing' })
  expect((await cellOf('a', 'reads-papi')).value).not.toBeNull()
})

it('reads another index with its sampling error', async () => {
  await save('papi,a,2026,value,40,,,x')
  const [read, own] = [
    await cellOf('a', 'satisfied'),
    await loadResults(officer, { ...ask, index: 'made-up.v1' }),
  ]
  const access = own.cells.find((cell) => cell.unit === 'a' && cell.criterion === 'access')!
  expect(read.value).toBeCloseTo(access.value!, 12)
  expect(read.standardError).toBeCloseTo(access.standardError!, 12)
  const whole = await cellOf('a', 'reads-papi')
  expect(whole.value).toBeCloseTo((50 + access.value!) / 2, 12)
  expect(whole.standardError).toBeCloseTo(access.standardError! / 2, 12)
})
