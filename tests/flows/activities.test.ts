import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { attachActivityFile } from '#lib/flows/attach-activity-file'
import { correctActivity } from '#lib/flows/correct-activity'
import { exportActivities } from '#lib/flows/export-activities'
import { exportActivityTotals } from '#lib/flows/export-activity-totals'
import { importActivities } from '#lib/flows/import-activities'
import { loadActivities } from '#lib/flows/load-activities'
import { loadActivity } from '#lib/flows/load-activity'
import { loadActivityForm } from '#lib/flows/load-activity-form'
import { loadActivityTiles } from '#lib/flows/load-activity-tiles'
import { openEvidence } from '#lib/flows/open-evidence'
import { recordActivity } from '#lib/flows/record-activity'
import { removeActivityFile } from '#lib/flows/remove-activity-file'
import { removeSampleData } from '#lib/flows/remove-sample-data'
import { summariseActivities } from '#lib/flows/summarise-activities'
import { withdrawActivity } from '#lib/flows/withdraw-activity'
import { makeActor } from '../support/make'

const unit = '22870-1'
const officer = makeActor({ role: 'commune', unitId: unit, name: 'Cán bộ xã' })
const elsewhere = makeActor({ role: 'commune', unitId: '22873-1' })
const district = makeActor({ role: 'district' })
const now = new Date('2024-05-20T03:00:00Z')

const typed = <Changes extends object>(changes: Changes = {} as Changes) => ({
  unit,
  id: randomUUID(),
  channel: 'loudspeaker',
  areas: ['procedures', 'digital'],
  startsOn: '2024-05-06',
  endsOn: '2024-05-17',
  amounts: { broadcasts: '20', minutes: '15', clusters: '4' },
  cost: '1.200.000',
  ...changes,
})
const run = (sql: string) => database().pool.query(sql)
const pdf = () => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100)]))

describe('recording an activity', () => {
  it('stores it once however often it is sent', async () => {
    const input = typed()
    await recordActivity(officer, input, null, now)
    await Promise.all([1, 2, 3].map(() => recordActivity(officer, input, null, now)))
    const { activities } = await loadActivities(officer, { year: 2024 }, now)
    expect(activities).toMatchObject([
      { id: input.id, version: 1, cost: 1_200_000, areas: ['procedures', 'digital'] },
    ])
  })

  it('stores it once when the first and the second sending come at the same moment, with one file', async () => {
    const input = typed()
    const bytes = pdf()
    await Promise.all([1, 2, 3].map(() => recordActivity(officer, input, { name: 'a.pdf', bytes }, now)))
    expect(await database().prisma.activity.count()).toBe(1)
    expect(await database().prisma.evidenceFile.count()).toBe(1)
  })

  it('refuses other words under the same id, so that nothing typed vanishes', async () => {
    const input = typed()
    await recordActivity(officer, input, null, now)
    await expect(recordActivity(officer, { ...input, cost: '5' }, null, now)).rejects.toMatchObject({
      details: { faults: [{ code: 'recorded_before' }] },
    })
  })

  it('stores nothing when the file beside it is refused', async () => {
    const page = { name: 'a.pdf', bytes: new TextEncoder().encode('<html>') }
    await expect(recordActivity(officer, typed(), page, now)).rejects.toMatchObject({ code: 'file_refused' })
    expect(await database().prisma.activity.count()).toBe(0)
  })

  it('is for the own unit; the district records for all; nobody sees another commune’s', async () => {
    await expect(recordActivity(elsewhere, typed(), null, now)).rejects.toMatchObject({ code: 'not_allowed' })
    const { id } = await recordActivity(district, typed(), null, now)
    await expect(loadActivity(elsewhere, { unit, id })).rejects.toMatchObject({ code: 'not_allowed' })
    expect((await loadActivities(elsewhere, { year: 2024 }, now)).activities).toEqual([])
    await expect(loadActivities(elsewhere, { year: 2024, unit }, now)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    const analyst = makeActor({ role: 'analyst' })
    await expect(recordActivity(analyst, typed(), null, now)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('starts the next form with the own unit, today, and what was recorded last', async () => {
    await recordActivity(officer, typed(), null, now)
    const form = await loadActivityForm(officer, {}, now)
    expect(form).toMatchObject({ unit, day: '2024-05-20', last: { channel: 'loudspeaker' } })
    expect(form.units.map(({ id }) => id)).toEqual([unit])
    const late = await loadActivityForm(officer, {}, new Date('2026-01-05T03:00:00Z'))
    expect(late.day, 'the last day of a unit that is no more').toBe('2025-06-30')
  })
})

describe('correcting an activity', () => {
  let id: string
  beforeEach(async () => {
    id = (await recordActivity(officer, typed(), null, now)).id
  })

  it('makes a new version with its reason and keeps the old one', async () => {
    const change = { id, seen: 1, reason: 'Đếm lại', amounts: { broadcasts: '18' } }
    expect(await correctActivity(officer, typed(change), now)).toBe(2)
    const { versions, activity } = await loadActivity(officer, { unit, id }, now)
    expect(activity).toMatchObject({ version: 2, amounts: { broadcasts: 18 }, reason: 'Đếm lại' })
    expect(versions.map(({ version, amounts }) => [version, amounts.broadcasts])).toEqual([
      [2, 18],
      [1, 20],
    ])
  })

  it('needs a reason, and refuses to overwrite what somebody wrote meanwhile', async () => {
    await expect(correctActivity(officer, typed({ id, seen: 1, reason: '' }), now)).rejects.toMatchObject({
      details: { faults: [{ question: 'reason' }] },
    })
    const both = await Promise.allSettled(
      ['18', '19'].map((broadcasts) =>
        correctActivity(officer, typed({ id, seen: 1, reason: 'Đếm lại', amounts: { broadcasts } }), now),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'changed_meanwhile' },
    })
    await expect(
      withdrawActivity(officer, { unit, id, seen: 1, reason: 'Ghi nhầm', isWithdrawn: true }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' })
  })

  it('withdraws what was recorded by mistake from every list, and can put it back', async () => {
    await withdrawActivity(officer, { unit, id, seen: 1, reason: 'Ghi nhầm', isWithdrawn: true })
    expect((await loadActivities(officer, { year: 2024 }, now)).activities).toEqual([])
    const all = await loadActivities(officer, { year: 2024, hasWithdrawn: '1' }, now)
    expect(all.activities).toMatchObject([{ isWithdrawn: true, reason: 'Ghi nhầm' }])
    await withdrawActivity(officer, { unit, id, seen: 2, reason: 'Không nhầm', isWithdrawn: false })
    expect((await loadActivities(officer, { year: 2024 }, now)).activities).toHaveLength(1)
    expect((await loadActivity(officer, { unit, id }, now)).versions).toHaveLength(3)
  })

  it('cannot be done by hand in the database', async () => {
    await expect(run('delete from "Activity"')).rejects.toThrow(/refused/)
    await expect(run('update "Activity" set cost = 0')).rejects.toThrow(/refused/)
    await expect(
      run(
        `insert into "Activity" select "unitId", id, 4, "planItem", title, channel, areas, "targetGroups", village, "startsOn", "endsOn", amounts, cost, link, note, "isWithdrawn", 'x', source, "recordedAt", "recordedBy", "recordedByName", "isSample" from "Activity"`,
      ),
    ).rejects.toThrow(/does not follow/)
  })
})

describe('evidence of an activity', () => {
  it('comes back byte for byte to its unit and to the district, and is kept once', async () => {
    const { id } = await recordActivity(officer, typed(), null, now)
    const bytes = pdf()
    const file = await attachActivityFile(officer, { unit, id }, { name: 'ảnh.pdf', bytes })
    await attachActivityFile(officer, { unit, id }, { name: 'ảnh lần nữa.pdf', bytes })
    expect((await loadActivity(officer, { unit, id }, now)).files).toMatchObject([{ name: 'ảnh.pdf' }])
    const opened = await openEvidence(district, { unit, id: file.id })
    const read: Uint8Array[] = []
    for await (const part of opened.parts) read.push(part)
    expect(Buffer.concat(read).equals(bytes)).toBe(true)
    await expect(openEvidence(elsewhere, { unit, id: file.id })).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })

  it('can be taken out with a reason; bytes go, its line and the history stay', async () => {
    const { id } = await recordActivity(officer, typed(), { name: 'danh sách.pdf', bytes: pdf() }, now)
    const [file] = (await loadActivity(officer, { unit, id }, now)).files
    await removeActivityFile(officer, { unit, id, fileId: file!.id, reason: 'có số điện thoại' })
    const { files, activity } = await loadActivity(officer, { unit, id }, now)
    expect(files).toMatchObject([{ name: 'danh sách.pdf', isThere: false }])
    expect(activity).toMatchObject({ version: 2, reason: 'Bỏ tệp “danh sách.pdf”: có số điện thoại' })
    await expect(openEvidence(officer, { unit, id: file!.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(run('delete from "EvidenceFile"')).rejects.toThrow(/refused/)
  })

  it('stays once the unit has handed in a report that counts the activity, also in the database', async () => {
    const { id } = await recordActivity(officer, typed(), { name: 'a.pdf', bytes: pdf() }, now)
    const [file] = (await loadActivity(officer, { unit, id }, now)).files
    const remove = () => removeActivityFile(officer, { unit, id, fileId: file!.id, reason: 'đổi ý' })
    const report = (period: string, number: number, kind: string, step: string) =>
      run(
        `insert into "PeriodReport" ("unitId", year, period) values ('${unit}', 2024, '${period}') on conflict do nothing;
         insert into "PeriodReportEvent" ("unitId", year, period, number, "actorId", "actorName", kind, step, document)
         values ('${unit}', 2024, '${period}', ${number}, 'x', 'x', '${kind}', '${step}', ${kind === 'submit' ? "'{}'" : 'null'})`,
      )
    await report('q1', 1, 'submit', 'submitted')
    expect((await loadActivity(officer, { unit, id }, now)).isReported, 'May is not in Quý I').toBe(false)
    await report('h1', 1, 'submit', 'submitted')
    await expect(remove()).rejects.toMatchObject({ code: 'file_refused' })
    await expect(run('delete from "EvidencePart"')).rejects.toThrow(/handed in/)
    await report('h1', 2, 'return', 'returned')
    await remove()
    expect(await database().prisma.evidencePart.count()).toBe(0)
  })

  it('of a sample activity goes with the sample data, whoever added it; everything real stays', async () => {
    const { id } = await recordActivity(officer, typed(), { name: 'thật.pdf', bytes: pdf() }, now)
    const sample = randomUUID()
    await run(
      `insert into "Activity" ("unitId", id, version, channel, areas, "startsOn", "endsOn", amounts, "recordedBy", "recordedByName", "isSample")
       values ('${unit}', '${sample}', 1, 'press', '{digital}', '2024-01-02', '2024-01-02', '{"articles": 1}', 'x', 'x', true)`,
    )
    await attachActivityFile(officer, { unit, id: sample }, { name: 'mẫu.pdf', bytes: pdf() })
    const change = { id: sample, seen: 1, reason: 'thử sửa', channel: 'press', amounts: { articles: '2' } }
    await correctActivity(officer, typed({ ...change, startsOn: '2024-01-02', endsOn: '2024-01-02' }), now)
    await removeSampleData(makeActor({ role: 'admin' }))
    expect((await database().prisma.activity.findMany()).map((one) => one.id)).toEqual([id])
    expect((await database().prisma.evidenceFile.findMany()).map(({ name }) => name)).toEqual(['thật.pdf'])
  })
})

describe('a spreadsheet of activities', () => {
  const csv = (...lines: string[]) =>
    new TextEncoder().encode(
      ['Hình thức,Nội dung,Từ ngày,Đến ngày,Số lượng,Kinh phí,Thôn', ...lines].join('\n'),
    )
  const good = [
    'Loa truyền thanh,3,01/04/2024,15/04/2024,12,600.000,',
    'tờ rơi,Chính quyền số; thủ tục hành chính,2024-04-20,,500,900000,Thôn 2',
  ]

  it('is previewed with its columns, and stored as a whole in the own unit', async () => {
    const preview = await importActivities(officer, { bytes: csv(...good), isTrial: true }, now)
    expect(preview).toMatchObject({
      good: 2,
      faultyRows: 0,
      stored: null,
      mapping: { channel: 0, areas: 1, amount: 4 },
    })
    expect(await database().prisma.activity.count()).toBe(0)
    expect(await importActivities(officer, { bytes: csv(...good) }, now)).toMatchObject({ stored: 2 })
    const { activities } = await loadActivities(officer, { year: 2024 }, now)
    expect(activities).toMatchObject([
      {
        unitId: unit,
        channel: 'loudspeaker',
        areas: ['procedures'],
        amounts: { broadcasts: 12 },
        source: 'import',
      },
      { channel: 'leaflet', areas: ['procedures', 'digital'], endsOn: '2024-04-20', village: 'Thôn 2' },
    ])
  })

  it('names every fault at its row and stores nothing until they are mended or left out', async () => {
    const bytes = csv(...good, 'báo,3,01/04/2024,,1,0,', 'poster,rừng,31/02/2024,,nhiều,1.5,', good[0]!)
    const { faults, good: count, faultyRows } = await importActivities(officer, { bytes, isTrial: true }, now)
    expect(faults.map(({ row, field }) => [row, field])).toEqual([
      [4, 'channel'],
      [5, 'areas'],
      [5, 'startsOn'],
      [5, 'amount'],
      [5, 'cost'],
      [6, 'row'],
    ])
    expect([count, faultyRows]).toEqual([2, 3])
    await expect(importActivities(officer, { bytes }, now)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await database().prisma.activity.count()).toBe(0)
    expect(await importActivities(officer, { bytes, leavesOut: true }, now)).toMatchObject({ stored: 2 })
  })

  it('a second time finds everything recorded, also what was corrected since, and warns of what is alike', async () => {
    await importActivities(officer, { bytes: csv(...good) }, now)
    const again = await importActivities(officer, { bytes: csv(...good), isTrial: true }, now)
    expect(again).toMatchObject({ good: 0, faultyRows: 2 })
    const [first] = (await loadActivities(officer, { year: 2024 }, now)).activities
    const change = { id: first!.id, seen: 1, reason: 'Đếm lại', amounts: { broadcasts: '11' } }
    await correctActivity(officer, typed(change), now)
    expect(await importActivities(officer, { bytes: csv(...good), isTrial: true }, now)).toMatchObject({
      good: 0,
    })
    const other = csv('tờ rơi,3,2024-04-20,,80,,')
    expect((await importActivities(officer, { bytes: other, isTrial: true }, now)).warnings).toMatchObject([
      { row: 2 },
    ])
  })

  it('is stored once when it is sent twice at the same moment', async () => {
    await Promise.allSettled([1, 2, 3].map(() => importActivities(officer, { bytes: csv(...good) }, now)))
    expect(await database().prisma.activity.count()).toBe(2)
  })

  it('means the unit of that name that was there on the day', async () => {
    const head = 'Xã,Hình thức,Nội dung,Ngày,Số lượng'
    const row = (day: string) => `Phước Hậu,báo mạng,3,${day},1`
    const bytes = new TextEncoder().encode([head, row('01/04/2025'), row('01/09/2025')].join('\n'))
    const later = new Date('2025-10-01T03:00:00Z')
    const { rows } = await importActivities(district, { bytes, isTrial: true }, later)
    expect(rows.map(({ unitId }) => unitId)).toEqual(['22879-1', '22873-2'])
  })

  it('of a commune never reaches another unit', async () => {
    const bytes = new TextEncoder().encode(
      'Xã,Hình thức,Nội dung,Ngày,Số lượng\nPhước Sơn,báo mạng,3,01/04/2024,1',
    )
    const { faults } = await importActivities(officer, { bytes, isTrial: true }, now)
    expect(faults).toMatchObject([{ row: 2, field: 'unit' }])
    expect(await importActivities(district, { bytes }, now)).toMatchObject({ stored: 1 })
    expect((await loadActivities(district, { year: 2024 }, now)).activities).toMatchObject([
      { unitId: '22873-1' },
    ])
  })
})

describe('totals and tiles', () => {
  beforeEach(async () => {
    await recordActivity(officer, typed(), null, now)
    const leaflets = {
      unit: '22873-1',
      channel: 'leaflet',
      amounts: { copies: '500' },
      startsOn: '2024-02-05',
      endsOn: '',
    }
    await recordActivity(district, typed({ ...leaflets, areas: ['digital'] }), null, now)
  })

  it('are by whatever is asked for, in the period that is asked for', async () => {
    const { rows, total } = await summariseActivities(district, { year: 2024, by: 'channel,area' }, now)
    expect(rows.map(({ place, cost }) => [place.channel, place.area, cost])).toEqual([
      ['loudspeaker', 'procedures', 1_200_000],
      ['loudspeaker', 'digital', 1_200_000],
      ['leaflet', 'digital', 1_200_000],
    ])
    expect(total).toMatchObject({ activities: 2, cost: 2_400_000 })
    const first = await summariseActivities(district, { year: 2024, period: 'q1' }, now)
    expect(first.rows).toMatchObject([{ place: { channel: 'leaflet' }, output: { costPerUnit: 2400 } }])
    const digital = await summariseActivities(district, { year: 2024, area: 'procedures', by: 'area' }, now)
    expect(digital.rows).toMatchObject([{ place: { area: 'procedures' }, activities: 1 }])
  })

  it('stand on the map where surveys/units puts the communes, own commune only for its officer', async () => {
    const { tiles } = await loadActivityTiles(district, { year: 2024, show: 'cost' }, now)
    expect(tiles).toHaveLength(9)
    expect(tiles.find(({ id }) => id === '22873-1')).toMatchObject({
      row: 1,
      column: 2,
      value: 1_200_000,
      shade: 4,
      areas: ['digital'],
    })
    expect(tiles.find(({ id }) => id === '22912-1')).toMatchObject({
      row: 1,
      column: 1,
      value: 0,
      shade: 0,
      total: null,
    })
    const own = await loadActivityTiles(officer, { year: 2024 }, now)
    expect(own.tiles.map(({ id }) => id)).toEqual([unit])
  })

  it('and the list can be taken away as tables, with history if wanted', async () => {
    const { batches, columns } = await exportActivities(district, { year: 2024, language: 'en' }, now)
    const [rows] = [...(batches as Iterable<readonly (readonly unknown[])[]>)]
    expect(rows).toHaveLength(2)
    const volume = rows!.map((row) => row[columns.indexOf('Volume')])
    expect(volume).toEqual([null, 20 * 15 * 4])
    const [id] = [rows![1]![columns.indexOf('Activity id')] as string]
    await withdrawActivity(officer, { unit, id: id!, seen: 1, reason: 'Ghi nhầm', isWithdrawn: true })
    expect((await exportActivities(district, { year: 2024, history: '1' }, now)).expected).toBe(3)
    const totals = await exportActivityTotals(district, { year: 2024, by: ['unit'] }, now)
    expect([totals.columns[0], totals.expected]).toEqual(['Đơn vị', 1])
    expect((await exportActivities(elsewhere, { year: 2024 }, now)).expected).toBe(1)
  })
})
