import { strToU8 } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import type { IndexFile } from '#lib/definitions/index-file'
import { importIndex } from '#lib/flows/import-index'
import { loadResults } from '#lib/flows/load-results'
import { makePeople } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor } from '../support/make'

const officer = makeActor({ role: 'district' })
const set = (table: string, more = {}) => ({
  base: 'made-up.v1',
  title: 'Bộ của huyện',
  titleEn: '',
  document: '',
  bytes: strToU8(table),
  ...more,
})
const good = [
  'code;parent;name;points;source',
  'access;;Tiếp cận;60;giữ',
  'plan;;Kế hoạch;40;',
  'plan_made;plan;Có kế hoạch;30;có-không',
  'plan_done;plan;Tỷ lệ hoàn thành;10;số 0 100',
].join('\r\n')
const stored = () => database().prisma.definition.findMany({ where: { slug: { startsWith: 'set-' } } })

beforeEach(async () => {
  const published = await publishMadeUp(['a', 'b'])
  const wave = await makeMadeUpWave(published, { id: 'w1' })
  await storePeople(wave, makePeople({ seed: 3, units: ['a', 'b'], villages: 6, people: 10 }))
})

describe('importIndex', () => {
  it('makes a set of its own, a new version each time, and scores by it', async () => {
    expect(await importIndex(officer, set(good))).toEqual({
      name: 'set-bo-cua-huyen.v1',
      criteria: 4,
      isTrial: false,
    })
    expect((await importIndex(officer, set(good))).name).toBe('set-bo-cua-huyen.v2')
    const [body] = (await stored()).map((row) => row.body as unknown as IndexFile)
    expect(body!.basis).toEqual({ document: null })
    const ask = { index: 'set-bo-cua-huyen.v1', wave: 'w1' }
    const before = await loadResults(officer, { ...ask, index: 'made-up.v1' })
    const after = await loadResults(officer, ask)
    const access = ({ cells }: typeof after) =>
      cells.find(({ unit, criterion }) => unit === 'a' && criterion === 'access')!
    expect(access(after).value! / 60).toBeCloseTo(access(before).value! / 100, 12)
  })

  it('stores nothing while it is only checked, or while one row is wrong', async () => {
    expect(await importIndex(officer, set(good, { isTrial: true }))).toMatchObject({ isTrial: true })
    const wrong = good.replace('Tỷ lệ hoàn thành;10', 'Tỷ lệ hoàn thành;20')
    await expect(importIndex(officer, set(wrong))).rejects.toMatchObject({
      code: 'invalid_input',
      details: { faults: [{ vi: expect.stringMatching(/^Dòng 3: /) }] },
    })
    await expect(importIndex(officer, set('không phải bảng'))).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(
      importIndex(officer, set('', { bytes: new Uint8Array([0xff, 0xfe, 0x41]) })),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect(await stored()).toEqual([])
  })
})
