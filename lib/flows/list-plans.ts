// The board of a year: who has handed in a plan, who is late, and what is planned where. An officer of one unit sees that
// unit only.
import { z } from 'zod'
import { allow, isAllowed, type MaybeActor, visibleUnits } from '#lib/access'
import { shownItems } from '#lib/campaigns/plan-board'
import type { PlanItem } from '#lib/campaigns/plan-body'
import { type PlanLateness, planLateness } from '#lib/campaigns/plan-lateness'
import { type PlanStep, planInForce } from '#lib/campaigns/plan-steps'
import type { Vocabulary } from '#lib/campaigns/vocabulary'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { type LoggedPlan, listPlansOfYear, listPlanYears } from '#lib/db/campaign-plans'
import { listUnits, type UnitLine } from '#lib/db/units'
import { planYear } from '#lib/flows/change-plan'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { existsInYear } from '#lib/lineage/exists-in-year'
import { requireShape } from '#lib/user-input'

export const planBoardInput = z.object({ year: planYear })

/** Where the plan of a unit stands; `missing`: nobody has begun one. */
export type PlanStanding = PlanStep | 'missing'

export type PlanLine = PlanLateness & {
  unit: UnitLine
  step: PlanStanding
  /** Since when it stands there. */
  since: Date | null
  /** An accepted or issued plan is being changed. */
  isAmended: boolean
  /** The newest comment of the office above, while the plan is returned. */
  comment: string
  /** Items that count on the board; null while nothing was handed in. */
  items: PlanItem[] | null
  isSample: boolean
}

export type PlanGroup = {
  /** The unit whose plan the others go by. */
  issuer: PlanLine
  /** By its plan in force; null: nobody can be late. */
  dueOn: string | null
  lines: PlanLine[]
  /** Somebody in it has begun a plan for the year. */
  isBegun: boolean
}

export type PlanBoard = {
  year: number
  years: number[]
  groups: PlanGroup[]
  vocabulary: Vocabulary
  maySettle: boolean
}

/** Every office with units below that plan, those that have begun first. */
export async function listPlans(
  actor: MaybeActor,
  input: z.input<typeof planBoardInput>,
  now = new Date(),
): Promise<PlanBoard> {
  const reader = allow(actor, 'plans.read', actor?.unitId)
  const shown = visibleUnits(actor, 'plans.read')
  const { year } = requireShape(planBoardInput, input)
  const [units, plans, years] = await Promise.all([listUnits(), listPlansOfYear(year), listPlanYears(shown)])
  const ofYear = units.filter((unit) => existsInYear(unit, year))
  const planOf = new Map(plans.map((plan) => [plan.unitId, plan]))
  const today = dayInVietNam(now)
  const maySee = (id: string) => !shown || shown.includes(id)
  const groups = ofYear.flatMap((issuer): PlanGroup[] => {
    const below = ofYear.filter(({ parentId, id }) => parentId === issuer.id && !hasBelow(id, ofYear))
    const seen = below.filter(({ id }) => maySee(id))
    if (seen.length === 0) return []
    const dueOn = planInForce(planOf.get(issuer.id)?.log ?? [])?.unitPlansDueOn ?? null
    return [
      {
        issuer: planLine(issuer, planOf.get(issuer.id), null, today, maySee(issuer.id)),
        dueOn,
        lines: seen.map((unit) => planLine(unit, planOf.get(unit.id), dueOn, today, true)),
        isBegun: [issuer, ...seen].some(({ id }) => planOf.has(id)),
      },
    ]
  })
  return {
    year,
    years: [...new Set([year, ...years, Number(today.slice(0, 4))])].sort((a, b) => b - a),
    groups: groups.sort((a, b) => Number(b.isBegun) - Number(a.isBegun)),
    vocabulary: await readVocabulary(),
    maySettle: isAllowed(reader, 'plans.settle'),
  }
}

const hasBelow = (id: string, units: readonly UnitLine[]) => units.some(({ parentId }) => parentId === id)

function planLine(
  unit: UnitLine,
  plan: LoggedPlan | undefined,
  dueOn: string | null,
  today: string,
  isWhole: boolean,
): PlanLine {
  const log = plan?.log ?? []
  const inForce = planInForce(log) !== null
  const step = plan?.step ?? 'missing'
  const isSettled = step === 'accepted' || step === 'issued'
  const seenStep = isWhole ? step : inForce ? 'issued' : 'missing'
  return {
    unit,
    ...planLateness(log, dueOn, today),
    step: seenStep,
    since: plan?.stepAt ?? null,
    isAmended: isWhole && inForce && !isSettled,
    comment: step === 'returned' ? (log.findLast(({ kind }) => kind === 'return')?.comment ?? '') : '',
    items: shownItems(log),
    isSample: plan?.isSample ?? false,
  }
}
