// The report on a frozen round, on the real database: what was frozen is what it says, whatever happens to units later.
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { correctRound } from '#lib/flows/correct-round'
import { freezeRound } from '#lib/flows/freeze-round'
import { reportRound } from '#lib/flows/report-round'
import { type Report, textOfCell } from '#lib/reports/report'
import { makeActor, makeUnit } from '../support/make'
import { type MadeRound, makeRound } from '../support/make-round'

const officer = makeActor({ role: 'district', name: 'Nguyễn An' })
const commune = makeActor({ role: 'commune', unitId: 'round-unit' })
let made: MadeRound
const freeze = (reason = '') => freezeRound(officer, { id: made.round, isConfirmed: true, reason })
const rowsOf = ({ blocks }: Report, at: number) =>
  blocks
    .flatMap((block) => (block.type === 'table' ? [block.table.rows] : []))
    [at]!.map((row) => row.map(textOfCell))

describe('the report on a round', () => {
  beforeEach(async () => {
    made = await makeRound({ units: ['round-unit', 'round-neighbour'], step: 'settled' })
  })

  it('is issued by the appraising unit, to the one above, with every unit ranked', async () => {
    await makeUnit({ id: 'round-province', name: 'Tỉnh thử', level: 'province' })
    await database().prisma.unit.update({
      where: { id: 'round-district' },
      data: { parentId: 'round-province' },
    })
    await freeze()
    const report = await reportRound(officer, { round: made.round })
    expect(report.letterhead).toMatchObject({
      parent: 'Ủy ban nhân dân tỉnh thử',
      agency: 'Ủy ban nhân dân huyện chấm',
      number: '……/BC-UBND',
    })
    expect(report.addressees).toEqual(['Ủy ban nhân dân tỉnh thử'])
    expect(
      rowsOf(report, 0)
        .map((row) => row.slice(1, 3))
        .sort(),
    ).toEqual([
      ['Xã round-neighbour', '91,00'],
      ['Xã round-unit', '91,00'],
    ])
  })

  it('works the same where the province appraises communes: the district level is data', async () => {
    await database().prisma.unit.update({
      where: { id: 'round-district' },
      data: { level: 'province', name: 'Tỉnh Khánh Hòa', nameEn: 'Khánh Hòa province' },
    })
    await freeze()
    const report = await reportRound(officer, { round: made.round, language: 'en' })
    expect(report.letterhead).toMatchObject({
      parent: '',
      agency: 'People’s Committee of Khánh Hòa province',
    })
    expect(report.addressees).toEqual([])
    expect(rowsOf(report, 0)).toHaveLength(2)
  })

  it('stays as it was when units are renamed or merged away later', async () => {
    await freeze()
    const before = await reportRound(officer, { round: made.round })
    const rename = { name: 'Xã mới', nameEn: 'New commune', validTo: new Date('2025-06-30'), parentId: null }
    for (const id of ['round-unit', 'round-district'])
      await database().prisma.unit.update({ where: { id }, data: rename })
    expect(await reportRound(officer, { round: made.round })).toEqual(before)
  })

  it('gives a commune its own unit only, without a rank, and nothing to one that is not in the round', async () => {
    await freeze()
    const extract = await reportRound(commune, { round: made.round })
    expect(JSON.stringify(extract)).not.toContain('round-neighbour')
    expect(extract.letterhead.agency).toBe('Ủy ban nhân dân xã round-unit')
    expect(rowsOf(extract, 0)).toEqual([['Xã round-unit', '91,00', '–', 'Tốt']])
    const stranger = makeActor({ role: 'commune', unitId: 'somewhere-else' })
    await expect(reportRound(stranger, { round: made.round })).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('is there for every revision: the first keeps its number, the second shows what became different', async () => {
    await freeze()
    const correction = { round: made.round, unit: 'round-unit', criterion: 'late_reports', figure: '2' }
    await correctRound(officer, { ...correction, kind: 'figure', reason: 'Hai báo cáo gửi chậm' })
    const [first, second] = await Promise.all(
      [1, undefined].map((revision) =>
        reportRound(officer, { round: made.round, ...(revision ? { revision } : {}) }),
      ),
    )
    expect(rowsOf(first!, 0).map((row) => row.slice(1, 3))).toContainEqual(['Xã round-unit', '91,00'])
    expect(JSON.stringify(first)).not.toContain('Hai báo cáo gửi chậm')
    expect(rowsOf(second!, 0).map((row) => row.slice(1, 3))).toContainEqual(['Xã round-unit', '81,00'])
    expect(JSON.stringify(second)).toContain('Hai báo cáo gửi chậm')
  })

  it('does not exist before the freeze', async () => {
    await expect(reportRound(officer, { round: made.round })).rejects.toMatchObject({ code: 'not_found' })
  })
})
