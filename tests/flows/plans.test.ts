// Plans of communication on the real database: the way of a commune's plan, who may do what, and two people at once.
import { beforeEach, describe, expect, it } from 'vitest'
import { findPlanInForce } from '#lib/db/campaign-plans'
import { database } from '#lib/db/client'
import { amendPlan } from '#lib/flows/amend-plan'
import { issuePlan } from '#lib/flows/issue-plan'
import { listPlans } from '#lib/flows/list-plans'
import { loadPlan } from '#lib/flows/load-plan'
import { savePlan } from '#lib/flows/save-plan'
import { settlePlan } from '#lib/flows/settle-plan'
import { submitPlan } from '#lib/flows/submit-plan'
import { makeActor, makeUnit } from '../support/make'
import { makeIssuedPlan, makePlanUnits, planDistrict, planner, wholePlan } from '../support/make-plan'

const year = 2026
const unit = 'plan-xa-1'
const commune = makeActor({ role: 'commune', unitId: unit, name: 'Đạo Văn Minh' })
const neighbour = makeActor({ role: 'commune', unitId: 'plan-xa-2', name: 'Cán bộ xã bên' })
const change = (seen: number, title = 'Kế hoạch xã') => ({
  unit,
  year,
  seen,
  body: JSON.stringify(wholePlan(year, { title })),
})
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (problem) => problem.details?.refusal ?? problem.code,
  )
const at = (day: string) => new Date(`${day}T12:00:00+07:00`)
const lineOf = async (id: string, day: string) => {
  const { groups } = await listPlans(planner, { year }, at(day))
  return groups.flatMap(({ lines }) => lines).find((line) => line.unit.id === id)!
}

beforeEach(async () => {
  await makePlanUnits([unit, 'plan-xa-2'])
})

describe("a commune's plan", () => {
  beforeEach(() => makeIssuedPlan(year))

  it('is drafted, handed in, returned with a comment, mended, accepted and amended, and its history says by whom', async () => {
    expect(await savePlan(commune, { ...change(0), body: '{"items":[{"code":"v1"}]}' })).toBe(1)
    expect(await submitPlan(commune, change(1))).toBe(2)
    const settle = { unit, year, seen: 2 }
    expect(await refusalOf(settlePlan(planner, { ...settle, verdict: 'return', comment: ' ' }))).toBe(
      'comment-missing',
    )
    await settlePlan(planner, { ...settle, verdict: 'return', comment: 'Thiếu đối tượng doanh nghiệp' })
    expect(await lineOf(unit, '2026-03-01')).toMatchObject({
      step: 'returned',
      comment: 'Thiếu đối tượng doanh nghiệp',
      items: [{ cost: 1_200_000 }],
    })
    await submitPlan(commune, change(3, 'Bản đã sửa'))
    await settlePlan(planner, { unit, year, seen: 4, verdict: 'accept' })
    await amendPlan(commune, { unit, year, seen: 5, comment: 'Lùi hội nghị sang tháng 5' })
    await savePlan(commune, change(6, 'Bản điều chỉnh'))

    const loaded = await loadPlan(commune, { unit, year })
    expect(loaded).toMatchObject({ step: 'draft', seen: 7, body: { title: 'Bản điều chỉnh' } })
    expect(loaded.inForce?.title).toBe('Bản đã sửa')
    expect((await findPlanInForce(unit, year))?.title).toBe('Bản đã sửa')
    expect(loaded.events.map(({ kind, actorName }) => `${kind} ${actorName}`)).toEqual([
      'save Đạo Văn Minh',
      'submit Đạo Văn Minh',
      'return Trần Thị Lan',
      'submit Đạo Văn Minh',
      'accept Trần Thị Lan',
      'amend Đạo Văn Minh',
      'save Đạo Văn Minh',
    ])
    const audit = await database().prisma.auditEvent.findMany({ where: { unitId: unit } })
    expect(audit.map(({ action }) => action)).toContain('accept-plan')
  })

  it('is not handed in unfinished: everything that is missing is named and nothing is written', async () => {
    const body = JSON.stringify({ items: [{ code: 'v1', title: 'Phát tờ rơi' }] })
    const problem = await submitPlan(commune, { unit, year, seen: 0, body }).catch((error) => error)
    expect(problem.code).toBe('invalid_input')
    expect(problem.details.faults.map(({ question }: { question: string }) => question)).toEqual(
      ['channel', 'areas', 'from', 'cost', 'office'].map((part) => `items.0.${part}`),
    )
    expect(await loadPlan(commune, { unit, year })).toMatchObject({ seen: 0, events: [] })
  })

  it('says where a number is wrong, and refuses what is no plan', async () => {
    const body = JSON.stringify({ items: [{ code: 'v1' }, { code: 'v2', cost: -5 }] })
    const problem = await savePlan(commune, { unit, year, seen: 0, body }).catch((error) => error)
    expect(problem.details.faults).toMatchObject([{ question: 'items.1.cost' }])
    expect(problem.sentence.vi).toContain('Việc 2')
    expect(await refusalOf(savePlan(commune, { ...change(0), body: '{' }))).toBe('broken_json')
    const odd = JSON.stringify({ channels: ['pigeon'] })
    expect(await refusalOf(savePlan(commune, { ...change(0), body: odd }))).toBe('invalid_input')
  })

  it('cannot be changed while it waits for a decision, nor be settled twice', async () => {
    await submitPlan(commune, change(0))
    expect(await refusalOf(savePlan(commune, change(1)))).toBe('wrong-step')
    await settlePlan(planner, { unit, year, seen: 1, verdict: 'accept' })
    expect(await refusalOf(settlePlan(planner, { unit, year, seen: 2, verdict: 'accept' }))).toBe(
      'wrong-step',
    )
  })

  it('takes the first of two people who save at once; the second is told by whom, and what stands there is the first', async () => {
    await savePlan(commune, change(0, 'Bản đầu'))
    const both = [savePlan(commune, change(1, 'Của xã')), savePlan(planner, change(1, 'Của huyện'))]
    const outcomes = await Promise.allSettled(both)
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]!.reason.code).toBe('changed_meanwhile')
    expect(refused[0]!.reason.sentence.vi).toMatch(/Trần Thị Lan|Đạo Văn Minh/)
    const { body, seen } = await loadPlan(commune, { unit, year })
    expect(seen).toBe(2)
    expect(body.title).toBe(outcomes[0]!.status === 'fulfilled' ? 'Của xã' : 'Của huyện')
  })

  it('is late by the day of the district, from the first submission on', async () => {
    expect((await lineOf(unit, '2026-03-31')).daysLate).toBe(0)
    expect(await lineOf(unit, '2026-04-10')).toMatchObject({ step: 'missing', daysLate: 10 })
    await submitPlan(commune, change(0))
    const { submittedOn, daysLate } = await lineOf(unit, '2099-01-01')
    expect(daysLate).toBe(Math.max(0, (Date.parse(submittedOn!) - Date.parse('2026-03-31')) / 86_400_000))
  })

  it('belongs to its own officers and the district; an officer of another district has no say', async () => {
    const elsewhere = await makeUnit({ level: 'district' })
    const stranger = makeActor({ role: 'district', unitId: elsewhere.id })
    expect(await refusalOf(savePlan(neighbour, change(0)))).toBe('not_allowed')
    expect(await refusalOf(savePlan(stranger, change(0)))).toBe('not_allowed')
    expect(await refusalOf(loadPlan(neighbour, { unit, year }))).toBe('not_allowed')
    await submitPlan(commune, change(0))
    const own = { unit, year, seen: 1, verdict: 'accept' as const }
    expect(await refusalOf(settlePlan(commune, own))).toBe('not_allowed')
    expect(await refusalOf(settlePlan(stranger, own))).toBe('not_allowed')
    const officer = makeActor({ role: 'district', unitId: planDistrict })
    expect(await refusalOf(settlePlan(officer, own))).toBe('done')
  })
})

describe("the district's plan", () => {
  const district = { unit: planDistrict, year }
  const saved = (seen: number, title: string) => ({
    ...district,
    seen,
    body: JSON.stringify(wholePlan(year, { title, unitPlansDueOn: '2026-03-20' })),
  })

  it('is read by communes as it was issued, never as it is being drafted', async () => {
    await savePlan(planner, saved(0, 'Nháp'))
    expect(await loadPlan(commune, district)).toMatchObject({ body: { title: '' }, events: [] })
    expect((await loadPlan(commune, { unit, year })).above).toBeNull()
    const contents = [{ area: 'digital', texts: ['Nộp hồ sơ qua mạng'], legalTexts: [] }]
    const body = JSON.stringify({ ...JSON.parse(saved(1, 'Ban hành').body), contents })
    await issuePlan(planner, { ...district, seen: 1, body })
    await amendPlan(planner, { ...district, seen: 2, comment: 'Thêm nội dung' })
    await savePlan(planner, saved(3, 'Đang sửa'))
    expect(await loadPlan(commune, district)).toMatchObject({ body: { title: 'Ban hành' }, step: 'issued' })
    expect(await loadPlan(commune, { unit, year })).toMatchObject({
      above: { title: 'Ban hành' },
      dueOn: '2026-03-20',
    })
    expect(Object.values((await loadPlan(commune, district)).may)).not.toContain(true)
  })

  it('is issued, not submitted, and never by a commune', async () => {
    expect(await refusalOf(submitPlan(planner, saved(0, 'a')))).toBe('wrong-step')
    expect(await refusalOf(issuePlan(commune, saved(0, 'a')))).toBe('not_allowed')
    expect(await refusalOf(issuePlan(planner, change(0)))).toBe('wrong-step')
  })
})

it('the plan of last year is offered, moved to this year, to who may write it', async () => {
  await savePlan(commune, { unit, year: 2025, seen: 0, body: JSON.stringify(wholePlan(2025)) })
  expect((await loadPlan(commune, { unit, year })).lastYear?.items[0]).toMatchObject({ from: '2026-03' })
  const reader = makeActor({ role: 'viewer' })
  expect((await loadPlan(reader, { unit, year })).lastYear).toBeNull()
})

it('a commune sees only its own line on the board', async () => {
  await savePlan(neighbour, { ...change(0), unit: 'plan-xa-2' })
  const { groups } = await listPlans(commune, { year })
  expect(groups.flatMap(({ lines }) => lines.map((line) => line.unit.id))).toEqual([unit])
})

it('the history of a plan cannot be changed or removed by hand', async () => {
  await savePlan(commune, change(0))
  const { prisma } = database()
  const event = { unitId: unit, year, number: 1 }
  await expect(
    prisma.campaignPlanEvent.update({ where: { unitId_year_number: event }, data: { actorName: 'Ai đó' } }),
  ).rejects.toThrow()
  await expect(
    prisma.campaignPlan.delete({ where: { unitId_year: { unitId: unit, year } } }),
  ).rejects.toThrow()
})
