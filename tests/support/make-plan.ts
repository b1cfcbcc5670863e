// A district with communes below it, and plans of communication brought to where a test needs them.
import type { Actor } from '#lib/access'
import { type PlanBody, planBody } from '#lib/campaigns/plan-body'
import { newItem } from '#lib/campaigns/plan-items'
import { database } from '#lib/db/client'
import { issuePlan } from '#lib/flows/issue-plan'
import { submitPlan } from '#lib/flows/submit-plan'
import { makeActor, makeUnit } from './make'

export const planDistrict = 'plan-district'
export const planner = makeActor({ role: 'district', login: 'lan', name: 'Trần Thị Lan' })

/** The district, and the given units below it; those that exist are put there. */
export async function makePlanUnits(units: readonly string[]): Promise<void> {
  const { prisma } = database()
  if (!(await prisma.unit.findUnique({ where: { id: planDistrict } })))
    await makeUnit({ id: planDistrict, name: 'Huyện lập kế hoạch', level: 'district' })
  for (const id of units)
    if (await prisma.unit.findUnique({ where: { id } }))
      await prisma.unit.update({ where: { id }, data: { parentId: planDistrict } })
    else await makeUnit({ id, name: `Xã ${id}`, parentId: planDistrict })
}

/** A plan that lacks nothing; the given parts win. */
export function wholePlan(year: number, parts: Partial<PlanBody> = {}): PlanBody {
  const item = newItem([], {
    title: 'Phát loa về dịch vụ công trực tuyến',
    channel: 'loudspeaker',
    areas: ['digital'],
    targetGroups: ['citizens'],
    from: `${year}-03`,
    to: `${year}-04`,
    amounts: { broadcasts: 16 },
    cost: 1_200_000,
    office: 'Công chức văn hóa xã',
  })
  return { ...planBody.parse({ title: `Kế hoạch năm ${year}` }), items: [item], ...parts }
}

/** The district's plan with one content, in force. */
export async function makeIssuedPlan(year: number, parts: Partial<PlanBody> = {}): Promise<void> {
  const body = wholePlan(year, {
    unitPlansDueOn: `${year}-03-31`,
    contents: [{ area: 'digital', texts: ['Nộp hồ sơ qua mạng'], legalTexts: ['09-NQ/TU'] }],
    ...parts,
  })
  await issuePlan(planner, { unit: planDistrict, year, seen: 0, body: JSON.stringify(body) })
}

/** A plan of a unit that was just handed in, for the first time. */
export async function makeSubmittedPlan(actor: Actor, unit: string, year: number): Promise<void> {
  await submitPlan(actor, { unit, year, seen: 0, body: JSON.stringify(wholePlan(year)) })
}
