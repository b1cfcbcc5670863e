// The place of a report on a period: which unit, year and period, who stands above, and by when it is due. Rights are asked
// by the flow that comes here.
import { z } from 'zod'
import { periods } from '#lib/campaigns/period'
import { findPlanInForce } from '#lib/db/campaign-plans'
import { listUnits, type UnitLine } from '#lib/db/units'
import { existsInYear } from '#lib/lineage/exists-in-year'
import { problems } from '#lib/problem'

export const reportPlace = z.object({
  unit: z.string().max(60),
  year: z.coerce.number().int().min(2000).max(2100),
  period: z.enum(periods),
})
export type ReportPlaceInput = z.output<typeof reportPlace>

export type OpenedReportPlace = {
  unit: UnitLine
  parent: UnitLine | null
  /** Units right below that were there in the year. */
  below: UnitLine[]
  /** ISO day by the plan of the unit above (or its own for the topmost); null where none was set. */
  dueOn: string | null
  /** By the same plan; cumulative unless it says otherwise. */
  isCumulative: boolean
}

/** Throws notFound for a unit that was not there in the year. */
export async function findReportPlace({
  unit: id,
  year,
  period,
}: ReportPlaceInput): Promise<OpenedReportPlace> {
  const units = (await listUnits()).filter((unit) => existsInYear(unit, year))
  const unit = units.find((one) => one.id === id)
  if (!unit) throw problems.notFound({ what: 'đơn vị', id })
  const parent = units.find((one) => one.id === unit.parentId) ?? null
  const below = units.filter((one) => one.parentId === id)
  const { dueOn, isCumulative } = await findReportRules(
    (parent && below.length === 0 ? parent : unit).id,
    year,
  )
  return { unit, parent, below, dueOn: dueOn[period], isCumulative }
}

/** What the plan of the office above says about reports of a year. */
export async function findReportRules(officeId: string, year: number) {
  const plan = await findPlanInForce(officeId, year)
  return {
    dueOn: plan?.reportsDueOn ?? { q1: null, h1: null, year: null },
    isCumulative: plan?.isCumulative ?? true,
  }
}
