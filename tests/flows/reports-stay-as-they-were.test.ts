// Units of two periods with answers in both, figures released and a round frozen; then the list of units is corrected and
// more units merge: what was released and frozen must read the same to the last byte.
import { beforeEach, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { findRevision } from '#lib/db/round-revisions'
import { csv } from '#lib/exports/csv'
import { exportRelease } from '#lib/flows/export-release'
import { findRelease } from '#lib/flows/find-release'
import { freezeRound } from '#lib/flows/freeze-round'
import { loadChange } from '#lib/flows/load-change'
import { loadRoundResult } from '#lib/flows/load-round-result'
import { releaseResults } from '#lib/flows/release-results'
import { makePeople } from '../support/made-up-survey'
import { makeMadeUpWave, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor, makeUnit } from '../support/make'
import { makeRound } from '../support/make-round'

const officer = makeActor({ role: 'district' })
const ask = { index: 'made-up.v1', wave: 'w1', baseline: 'w0' }
const merged = new Date('2025-07-01')

beforeEach(async () => {
  const published = await publishMadeUp(['a', 'b', 'c'])
  await database().prisma.unit.updateMany({
    where: { id: { in: ['a', 'b'] } },
    data: { validTo: new Date('2025-06-30') },
  })
  await makeUnit({ id: 'n', name: 'Xã b', nameEn: 'Commune b', parentId: 'district', validFrom: merged })
  await database().prisma.unitLineage.createMany({
    data: ['a', 'b'].map((fromId) => ({ fromId, toId: 'n', isWhole: true })),
  })
  const waves = { w0: ['a', 'b', 'c'], w1: ['n', 'c'] }
  for (const [id, units] of Object.entries(waves)) {
    const wave = await makeMadeUpWave(published, { id, units })
    await storePeople(
      wave,
      makePeople({ seed: 7, units, villages: 5, people: 12, lift: id === 'w1' ? 0.1 : 0 }),
    )
  }
})

/** A later merger, and names and lineage that a newer list of units corrects. */
async function mergeOn() {
  const { prisma } = database()
  await makeUnit({ id: 'm', name: 'Xã mới', parentId: 'district', validFrom: new Date('2027-01-01') })
  await prisma.unit.updateMany({
    where: { id: { in: ['n', 'c'] } },
    data: { validTo: new Date('2026-12-31') },
  })
  await prisma.unitLineage.createMany({
    data: ['n', 'c'].map((fromId) => ({ fromId, toId: 'm', isWhole: true })),
  })
  await prisma.unitLineage.update({
    where: { fromId_toId: { fromId: 'a', toId: 'n' } },
    data: { isWhole: false },
  })
  await prisma.unit.updateMany({
    where: { id: { in: ['a', 'b', 'c', 'n', 'district'] } },
    data: { name: 'Tên khác', nameEn: 'Another name', parentId: null },
  })
}

async function fileOf(id: string): Promise<string> {
  let text = ''
  for await (const part of csv.write(await exportRelease(null, { id }))) text += part
  return text
}

it('a released file and its page read the same after a later merger', async () => {
  const id = await releaseResults(officer, { ...ask, title: 'Kết quả đợt 1', isConfirmed: true })
  const [file, page] = [await fileOf(id), await findRelease(null, { id })]
  expect(file).toContain('Gộp phiếu của Xã a và Xã b (đến 30/6/2025)')
  expect(file).toMatch(/^n,Xã b,access,.*merged,a b,,2025-07-01/m)
  await mergeOn()
  // computed anew, the change would be another one
  const { cells } = await loadChange(officer, ask)
  expect(cells.find(({ unit }) => unit === 'n')?.continuity?.rule).toBe('part')
  expect(await fileOf(id)).toBe(file)
  expect(await findRelease(null, { id })).toEqual(page)
})

it('the frozen names of a release cannot be rewritten', async () => {
  const id = await releaseResults(officer, { ...ask, title: 'Kết quả đợt 1', isConfirmed: true })
  const change = database().pool.query(`update "Release" set units = '[]' where id = $1`, [id])
  await expect(change).rejects.toThrow('kept as they were written')
})

it('a frozen round shows its units with the names they had', async () => {
  const { round, units } = await makeRound({ units: ['n', 'c'], step: 'settled' })
  await freezeRound(makeActor({ role: 'admin' }), { id: round, isConfirmed: true })
  const [kept, shown] = [await findRevision(round, 1), await loadRoundResult(officer, { id: round })]
  expect(shown.units.map(({ name }) => name).sort()).toEqual(['Xã b', 'Xã c'])
  expect(units).toEqual(['n', 'c'])
  await mergeOn()
  expect(await findRevision(round, 1)).toEqual(kept)
  const later = await loadRoundResult(officer, { id: round })
  expect(later.units).toEqual(shown.units)
  expect(later.cells).toEqual(shown.cells)
})
