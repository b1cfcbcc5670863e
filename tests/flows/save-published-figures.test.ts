import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { loadSeries } from '#lib/flows/load-series'
import { savePublishedFigures } from '#lib/flows/save-published-figures'
import { signedIn } from '../support/access-scene'
import { makeActor, makeUnit, makeUser } from '../support/make'

const officer = makeActor({ role: 'district' })
const head = 'series,unit,year,kind,value,rank,outof,source'
const table = (...lines: string[]) => [head, ...lines].join('\n')
const papiOf = async () => {
  const { series } = await loadSeries(officer, { unit: 'unit-a' })
  return series.find((one) => one.series.slug === 'papi')!
}

beforeEach(async () => {
  await makeUnit({ id: 'unit-a', level: 'province' })
})

describe('savePublishedFigures', () => {
  it('stores a table, and the page shows change, target and distance', async () => {
    const me = await signedIn(await makeUser({ role: 'district', login: 'an', name: 'Nguyễn An' }))
    const lines = [
      'papi,unit-a,2022,value,42,20,61,a',
      'papi,unit-a,2023,value,43.5,18,61,b',
      'papi,unit-a,2024,target,45,,,c',
    ]
    expect(await savePublishedFigures(me, { table: table(...lines) })).toBe(3)
    const { total } = await papiOf()
    expect(total).toMatchObject({
      last: { year: 2023, rank: 18 },
      change: { from: 2022, value: 1.5 },
      distance: -1.5,
    })
    const { history } = await loadSeries(me, { unit: 'unit-a' })
    expect(history.map(({ value, by }) => [value, by])).toEqual([
      [45, 'Nguyễn An'],
      [43.5, 'Nguyễn An'],
      [42, 'Nguyễn An'],
    ])
  })

  it('only checks when asked to', async () => {
    const lines = ['papi,unit-a,2023,value,43.5,,,b']
    expect(await savePublishedFigures(officer, { table: table(...lines), isTrial: true })).toBe(1)
    expect((await papiOf()).total.points).toEqual([])
  })

  it('stores nothing while one line is wrong, and names every wrong line', async () => {
    const lines = [
      'papi,unit-a,2022,value,42,,,a',
      'papi,unit-a,2023,value,99,,,b',
      'nix,unit-a,2023,value,9,,,b',
    ]
    const problem = await savePublishedFigures(officer, { table: table(...lines) }).catch((error) => error)
    expect(problem.details.faults.map(({ code }: { code: string }) => code)).toEqual(['line_3', 'line_4'])
    expect(await database().prisma.publishedFigure.count()).toBe(0)
    await expect(savePublishedFigures(officer, { table: head })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  it('takes a figure back by a later line and keeps the earlier one in the history', async () => {
    await savePublishedFigures(officer, { table: table('papi,unit-a,2023,value,43.5,,,b') })
    await savePublishedFigures(officer, { table: table('papi,unit-a,2023,value,,,,nhập nhầm') })
    expect((await papiOf()).total.points).toEqual([])
    expect((await loadSeries(officer, { unit: 'unit-a' })).history).toHaveLength(2)
    const rewrite = database().prisma.$executeRaw`update "PublishedFigure" set "value" = 1`
    await expect(rewrite).rejects.toThrow(/refused/)
  })
})

describe('loadSeries', () => {
  it('opens with the unit of which most is known, and refuses one that is not there', async () => {
    await expect(loadSeries(officer, { unit: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
    expect((await loadSeries(officer, {})).series.map(({ series }) => series.slug)).toEqual([
      'sipas',
      'par-index',
      'papi',
      'ddci',
      'pci',
      'ict-index',
      'dti',
    ])
  })
})
