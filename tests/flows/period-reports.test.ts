// A year's reports of a district and its communes on the real database: written, signed, sent back, handed in again, added up.
import { describe, expect, it } from 'vitest'
import { planBody } from '#lib/campaigns/plan-body'
import { recordPlanEvent } from '#lib/db/campaign-plans'
import { database } from '#lib/db/client'
import { attachActivityFile } from '#lib/flows/attach-activity-file'
import { listPeriodReports } from '#lib/flows/list-period-reports'
import { loadPeriodReport } from '#lib/flows/load-period-report'
import { removeActivityFile } from '#lib/flows/remove-activity-file'
import { reportPeriod } from '#lib/flows/report-period'
import { saveReportWords } from '#lib/flows/save-report-words'
import { settlePeriodReport } from '#lib/flows/settle-period-report'
import { submitPeriodReport } from '#lib/flows/submit-period-report'
import { textOfCell } from '#lib/reports/report'
import { makeActor } from '../support/make'

const district = '587-1'
const [phuocDan, phuocHau] = ['22870-1', '22879-1']
const officer = makeActor({ role: 'district', unitId: district })
const commune = makeActor({ role: 'commune', unitId: phuocDan, login: 'xa' })
const signature = { position: 'Chủ tịch', name: 'Nguyễn Văn Mẫu' }
const at = (unit: string, period: 'q1' | 'h1' | 'year' = 'q1') => ({ unit, year: 2024, period })

async function issuePlan() {
  const body = planBody.parse({ reportsDueOn: { q1: '2024-03-15', h1: '2024-06-15', year: '2024-11-30' } })
  await recordPlanEvent(officer, { unitId: district, year: 2024 }, () => ({
    ...{ kind: 'issue', step: 'issued', comment: '', body },
  }))
}

async function recordActivity(unitId: string, id: string, endsOn: string, cost: number) {
  await database().prisma.activity.create({
    data: {
      ...{
        unitId,
        id,
        version: 1,
        channel: 'loudspeaker',
        areas: ['procedures'],
        targetGroups: ['citizens'],
      },
      ...{ startsOn: new Date(endsOn), endsOn: new Date(endsOn), amounts: { broadcasts: 10 }, cost },
      ...{ recordedBy: 'x', recordedByName: 'Cán bộ xã' },
    },
  })
}

const first = '00000000-0000-4000-8000-000000000001'
const second = '00000000-0000-4000-8000-000000000002'

describe('the report of a commune', () => {
  it('fills itself, is signed, and never changes afterwards whatever is recorded or renamed', async () => {
    await recordActivity(phuocDan, first, '2024-02-10', 500_000)
    const before = await loadPeriodReport(commune, at(phuocDan))
    expect(before.facts.totals).toEqual({ activities: 1, cost: 500_000, withoutEvidence: 1 })
    const seen = await saveReportWords(commune, { ...at(phuocDan), seen: 0, assessment: 'Đã phát loa.' })
    await submitPeriodReport(commune, { ...at(phuocDan), seen, ...signature, assessment: 'Đã phát loa.' })
    const printed = await reportPeriod(commune, at(phuocDan))
    await recordActivity(phuocDan, second, '2024-02-20', 900_000)
    await database().prisma.unit.update({ where: { id: phuocDan }, data: { name: 'Tên khác' } })
    expect(await reportPeriod(commune, at(phuocDan))).toEqual(printed)
    expect((await loadPeriodReport(commune, at(phuocDan))).facts.totals.cost).toBe(500_000)
    expect((await loadPeriodReport(commune, at(phuocDan, 'h1'))).facts.totals.cost).toBe(1_400_000)
  })

  it('counts a file beside an activity as evidence, and not any more once it is taken out', async () => {
    await recordActivity(phuocDan, first, '2024-02-10', 500_000)
    const bytes = new TextEncoder().encode('%PDF-1.4\n%%EOF')
    const place = { unit: phuocDan, id: first }
    const { id: file } = await attachActivityFile(commune, place, { name: 'lịch phát.pdf', bytes })
    const held = (await loadPeriodReport(commune, at(phuocDan))).facts
    expect(held.totals.withoutEvidence).toBe(0)
    expect(held.activities[0]!.hasEvidence).toBe(true)
    await removeActivityFile(commune, { ...place, fileId: file, reason: 'Nhầm tệp' })
    expect((await loadPeriodReport(commune, at(phuocDan))).facts.totals.withoutEvidence).toBe(1)
  })

  it('can be handed in once, sent back with a comment, and handed in again beside the old one', async () => {
    const seen = await submitPeriodReport(commune, {
      ...at(phuocDan),
      seen: 0,
      ...signature,
      results: 'Bản một',
    })
    const again = { ...at(phuocDan), seen, ...signature }
    await expect(submitPeriodReport(commune, again)).rejects.toMatchObject({ code: 'report_not_open' })
    const wordless = settlePeriodReport(officer, { ...at(phuocDan), seen, decision: 'return' })
    await expect(wordless).rejects.toMatchObject({ code: 'invalid_input' })
    const comment = 'Bổ sung số liệu tờ rơi'
    const returned = await settlePeriodReport(officer, { ...at(phuocDan), seen, decision: 'return', comment })
    const newest = await submitPeriodReport(commune, {
      ...{ ...at(phuocDan), seen: returned, ...signature, results: 'Bản hai' },
    })
    const textsOf = async (submission?: number) =>
      JSON.stringify(
        (await reportPeriod(commune, { ...at(phuocDan), ...(submission ? { submission } : {}) })).blocks,
      )
    expect(await textsOf(seen)).toContain('Bản một')
    expect(await textsOf(newest)).toContain('Bản hai')
    expect(await textsOf()).toContain('Bản hai')
    const { log } = await loadPeriodReport(commune, at(phuocDan))
    expect(log.map(({ kind, comment: said }) => [kind, said])).toEqual([
      ['submit', ''],
      ['return', comment],
      ['submit', ''],
    ])
  })

  it('tells the second of two who write at once, and loses nothing of the first', async () => {
    await saveReportWords(commune, { ...at(phuocDan), seen: 0, assessment: 'Của người thứ nhất' })
    const other = makeActor({ role: 'commune', unitId: phuocDan, login: 'xa-2' })
    const late = saveReportWords(other, { ...at(phuocDan), seen: 0, assessment: 'Của người thứ hai' })
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' })
    const { report } = await loadPeriodReport(commune, at(phuocDan))
    expect(report.words.assessment).toBe('Của người thứ nhất')
  })

  it('is not handed in before its period has begun, for no unit of another time, and by nobody else', async () => {
    const early = submitPeriodReport(
      commune,
      { ...at(phuocDan), seen: 0, ...signature },
      new Date('2023-12-01'),
    )
    await expect(early).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(loadPeriodReport(officer, { ...at('22870-2'), year: 2020 })).rejects.toMatchObject({
      code: 'not_found',
    })
    const neighbour = saveReportWords(commune, { ...at(phuocHau), seen: 0 })
    await expect(neighbour).rejects.toMatchObject({ code: 'not_allowed' })
    const stranger = makeActor({ role: 'district', unitId: '589-1' })
    const settle = settlePeriodReport(stranger, { ...at(phuocDan), seen: 0, decision: 'accept' })
    await expect(settle).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('the district', () => {
  it('sees who is late by its plan, and adds up what was handed in as it was then', async () => {
    await issuePlan()
    await recordActivity(phuocDan, first, '2024-02-10', 500_000)
    await recordActivity(phuocHau, second, '2024-02-11', 200_000)
    await submitPeriodReport(officer, { ...at(phuocDan), seen: 0, ...signature }, new Date('2024-03-10'))
    await submitPeriodReport(officer, { ...at(phuocHau), seen: 0, ...signature }, new Date('2024-03-20'))
    await recordActivity(phuocDan, '00000000-0000-4000-8000-000000000003', '2024-03-01', 7_000_000)
    const now = new Date('2024-03-25')
    const { lines } = await listPeriodReports(officer, { year: 2024 }, now)
    const cell = (id: string) => lines.find(({ unit }) => unit.id === id)!.cells.q1
    expect(lines.findIndex(({ unit }) => unit.id === district)).toBeLessThan(
      lines.findIndex(({ unit }) => unit.id === phuocDan),
    )
    expect([cell(phuocDan).daysLate, cell(phuocHau).daysLate, cell('22873-1').daysLate]).toEqual([0, 5, 10])
    const { facts } = await loadPeriodReport(officer, at(district), now)
    const sums = facts.units!.map(({ id, totals, daysLate }) => [id, totals?.cost ?? null, daysLate])
    expect(sums).toHaveLength(9)
    expect(sums).toContainEqual([phuocDan, 500_000, 0])
    expect(sums).toContainEqual([phuocHau, 200_000, 5])
    expect(sums).toContainEqual(['22873-1', null, null])
    const report = await reportPeriod(officer, at(district))
    const rows = report.blocks.flatMap((block) => (block.type === 'table' ? block.table.rows : []))
    expect(rows.map((row) => row.map(textOfCell).join(' | '))).toContain(
      'Loa truyền thanh xã, thôn | 2 | 20 buổi phát | 700.000 | 35.000',
    )
  })

  it('adds nothing of a report that it sent back', async () => {
    await recordActivity(phuocDan, first, '2024-02-10', 500_000)
    const seen = await submitPeriodReport(officer, { ...at(phuocDan), seen: 0, ...signature })
    await settlePeriodReport(officer, { ...at(phuocDan), seen, decision: 'return', comment: 'Sửa lại' })
    const { facts } = await loadPeriodReport(officer, at(district))
    expect(facts.units!.find(({ id }) => id === phuocDan)).toMatchObject({ state: 'returned', totals: null })
  })
})

it('the database keeps a submission as it was', async () => {
  await submitPeriodReport(officer, { ...at(phuocDan), seen: 0, ...signature })
  for (const statement of [
    `update "PeriodReportEvent" set comment = 'x'`,
    'delete from "PeriodReportEvent"',
    'truncate "PeriodReportEvent"',
    `update "PeriodReport" set step = 'draft'`,
  ])
    await expect(database().pool.query(statement), statement).rejects.toThrow(/refused/)
})
