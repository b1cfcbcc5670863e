// The board of a year: which unit has handed in which report, and who is late. A commune officer sees the own unit.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { type Lateness, latenessOf } from '#lib/campaigns/lateness'
import { type Period, periods } from '#lib/campaigns/period'
import type { ReportStanding } from '#lib/campaigns/period-report'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listPlanYears } from '#lib/db/campaign-plans'
import { listReportsOfYear } from '#lib/db/period-reports'
import { listUnits, type UnitLine } from '#lib/db/units'
import { findReportRules } from '#lib/flows/find-report-place'
import { existsInYear } from '#lib/lineage/exists-in-year'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  /** The newest year with a plan unless one is named. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
})

export type ReportBoardCell = Lateness & {
  step: ReportStanding
  submittedOn: string | null
  dueOn: string | null
}

export type ReportBoardLine = {
  unit: { id: string; name: string; nameEn: string; level: string }
  cells: Record<Period, ReportBoardCell>
}

export type ReportBoard = {
  year: number
  /** Each office with its units by name; offices that have begun the year first. */
  lines: ReportBoardLine[]
}

/** Units that take part in campaigns of the year: communes, and the offices right above them. */
export async function listPeriodReports(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now = new Date(),
): Promise<ReportBoard> {
  const shown = visibleUnits(actor, 'period-reports.read')
  const asked = requireShape(shape, input).year
  const year = asked ?? (await listPlanYears(null))[0] ?? now.getFullYear()
  const units = (await listUnits()).filter((unit) => existsInYear(unit, year))
  const reports = await listReportsOfYear(year)
  const parents = new Set(units.map(({ parentId }) => parentId))
  const isLeaf = (unit: UnitLine) => !parents.has(unit.id)
  const offices = units.filter((unit) => units.some((other) => other.parentId === unit.id && isLeaf(other)))
  const rules = new Map(
    await Promise.all(offices.map(async ({ id }) => [id, (await findReportRules(id, year)).dueOn] as const)),
  )
  const today = dayInVietNam(now)
  const lineOf = (unit: UnitLine): ReportBoardLine => {
    const due = rules.get(isLeaf(unit) ? (unit.parentId ?? '') : unit.id)
    const cellOf = (period: Period): ReportBoardCell => {
      const report = reports.find((one) => one.unitId === unit.id && one.period === period)
      const dueOn = due?.[period] ?? null
      const submittedOn = report?.firstAt ? dayInVietNam(report.firstAt) : null
      return {
        step: report?.step ?? 'missing',
        submittedOn,
        dueOn,
        ...latenessOf(dueOn, submittedOn, today),
      }
    }
    const cells = Object.fromEntries(periods.map((period) => [period, cellOf(period)]))
    const { id, name, nameEn, level } = unit
    return { unit: { id, name, nameEn, level }, cells: cells as Record<Period, ReportBoardCell> }
  }
  const unitOfReport = new Set(reports.map(({ unitId }) => unitId))
  const hasBegun = (office: UnitLine) =>
    Object.values(rules.get(office.id) ?? {}).some(Boolean) ||
    units.some(({ id, parentId }) => [id, parentId].includes(office.id) && unitOfReport.has(id))
  const ordered = offices
    .sort((a, b) => Number(hasBegun(b)) - Number(hasBegun(a)) || a.name.localeCompare(b.name, 'vi'))
    .flatMap((office) => [
      office,
      ...units
        .filter((unit) => unit.parentId === office.id && isLeaf(unit))
        .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    ])
  return { year, lines: ordered.filter(({ id }) => !shown || shown.includes(id)).map(lineOf) }
}
