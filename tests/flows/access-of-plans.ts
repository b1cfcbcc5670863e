// Who may do what with plans of communication: the lines of access-table.ts about plans.
import { database } from '#lib/db/client'
import { amendPlan } from '#lib/flows/amend-plan'
import { exportPlans } from '#lib/flows/export-plans'
import { issuePlan } from '#lib/flows/issue-plan'
import { listPlans } from '#lib/flows/list-plans'
import { loadPlan } from '#lib/flows/load-plan'
import { reportPlan } from '#lib/flows/report-plan'
import { savePlan } from '#lib/flows/save-plan'
import { settlePlan } from '#lib/flows/settle-plan'
import { submitPlan } from '#lib/flows/submit-plan'
import { ownUnit } from '../support/access-scene'
import { makePlanUnits, makeSubmittedPlan, planDistrict, planner, wholePlan } from '../support/make-plan'
import { elsewhere, type Line, officers, readers, scorers, signedIn } from './access-line'

/** A year in which no plan was begun, for each time a line is run. */
const begun = async () => {
  await makePlanUnits([ownUnit])
  return 2026 + (await database().prisma.campaignPlan.count())
}
const submitted = async () => {
  const year = await begun()
  await makeSubmittedPlan(planner, ownUnit, year)
  return year
}
const change = (year: number) => ({ unit: ownUnit, year, seen: 0, body: JSON.stringify(wholePlan(year)) })

export const accessOfPlans: Record<string, Line> = {
  'list-plans': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => {
      const year = await submitted()
      const { groups } = await listPlans(actor, { year })
      return groups.flatMap(({ lines }) => lines).filter(({ unit }) => unit.id === ownUnit)
    },
  },
  'export-plans': {
    may: signedIn,
    blind: elsewhere,
    run: async (actor) => exportPlans(actor, { year: await submitted() }),
  },
  'load-plan': {
    may: readers,
    run: async (actor) => {
      const year = await submitted()
      return loadPlan(actor, { unit: ownUnit, year })
    },
  },
  'report-plan': {
    may: readers,
    run: async (actor) => reportPlan(actor, { unit: ownUnit, year: await submitted() }),
  },
  'save-plan': {
    may: scorers,
    run: async (actor) => {
      return savePlan(actor, change(await begun()))
    },
  },
  'submit-plan': {
    may: scorers,
    run: async (actor) => {
      return submitPlan(actor, change(await begun()))
    },
  },
  'settle-plan': {
    may: officers,
    run: async (actor) => {
      const year = await submitted()
      return settlePlan(actor, { unit: ownUnit, year, seen: 1, verdict: 'accept' })
    },
  },
  'amend-plan': {
    may: scorers,
    run: async (actor) => {
      const year = await submitted()
      await settlePlan(planner, { unit: ownUnit, year, seen: 1, verdict: 'accept' })
      return amendPlan(actor, { unit: ownUnit, year, seen: 2, comment: 'Đổi lịch' })
    },
  },
  'issue-plan': {
    may: officers,
    run: async (actor) => {
      const year = await begun()
      const contents = [{ area: 'digital', texts: ['Nộp hồ sơ qua mạng'], legalTexts: [] }]
      const whole = { ...wholePlan(year), contents, unitPlansDueOn: `${year}-03-31` }
      return issuePlan(actor, { ...change(year), unit: planDistrict, body: JSON.stringify(whole) })
    },
  },
}
