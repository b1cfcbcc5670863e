// The figures of a report on a period: from the plan in force, the recorded activities and the surveys, and for an office
// also from what the units below have handed in. Rights are asked by the flow that comes here.
import type { Actor } from '#lib/access'
import { makePeriodFacts } from '#lib/campaigns/make-period-facts'
import { type Days, type Period, periodDays, yearDays } from '#lib/campaigns/period'
import type { PeriodFacts, SurveyFact, UnitFact } from '#lib/campaigns/period-facts'
import { daysAfter } from '#lib/campaigns/period-report'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listActivities } from '#lib/db/activities'
import { findPlanInForce } from '#lib/db/campaign-plans'
import { listActivityFiles } from '#lib/db/evidence'
import { listReportsOfYear, listSubmittedDocuments } from '#lib/db/period-reports'
import type { UnitLine } from '#lib/db/units'
import type { OpenedReportPlace } from '#lib/flows/find-report-place'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { loadResults } from '#lib/flows/load-results'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import { listCriteria } from '#lib/scoring/name-criteria'

type Asked = { year: number; period: Period }

export async function gatherPeriodFacts(
  actor: Actor,
  { unit, parent, below, dueOn, isCumulative }: OpenedReportPlace,
  { year, period }: Asked,
  now: Date,
): Promise<PeriodFacts> {
  const days = periodDays(year, period, isCumulative)
  const [plan, { activities, withFiles }, vocabulary, surveys, units] = await Promise.all([
    findPlanInForce(unit.id, year),
    listOwnActivities(unit.id, year),
    readVocabulary(),
    gatherSurveys(actor, unit, below, days, now),
    below.length > 0 ? gatherUnits(below, { year, period }, dueOn) : null,
  ])
  return makePeriodFacts({
    unit: nameOf(unit),
    parent: parent && nameOf(parent),
    year,
    period,
    days,
    isCumulative,
    asOf: dayInVietNam(now),
    plan,
    activities,
    withFiles,
    ...vocabulary,
    surveys,
    units,
  })
}

const nameOf = ({ id, name, nameEn }: UnitLine) => ({ id, name, nameEn })

/** What the unit did in the year, and which of it has an evidence file that was not taken out. */
async function listOwnActivities(unitId: string, year: number) {
  const activities = await listActivities({ ...yearDays(year), units: [unitId] })
  const files = await listActivityFiles(
    unitId,
    activities.map(({ id }) => id),
  )
  const withFiles = new Set(files.flatMap(({ activityId, isThere }) => (isThere ? [activityId] : [])))
  return { activities, withFiles }
}

/** The waves of the unit (or of those below) that meet the period, with the newest version of each index that reads their form. */
async function gatherSurveys(
  actor: Actor,
  unit: UnitLine,
  below: readonly UnitLine[],
  days: Days,
  now: Date,
): Promise<SurveyFact[]> {
  const { indexes, waves } = await listResultChoices(actor)
  const ids = new Set([unit, ...below].map(({ id }) => id))
  const held = waves.filter(
    (wave) =>
      day(wave.periodEnd) >= days.from &&
      day(wave.periodStart) <= days.to &&
      wave.unitIds.some((id) => ids.has(id)),
  )
  const facts: SurveyFact[] = []
  for (const wave of held) {
    const seen = new Set<string>()
    for (const index of indexes) {
      const slug = index.name.replace(/\.v\d+$/, '')
      if (seen.has(slug) || !index.forms.includes(wave.form)) continue
      seen.add(slug)
      const results = await loadResults(actor, { index: index.name, wave: wave.id })
      const cells = results.cells.filter((cell) => cell.unit === unit.id)
      const whole = cells.find(({ criterion }) => criterion === results.index.slug)
      if (!whole || whole.status === 'missing') continue
      facts.push({
        wave: wave.id,
        title: wave.title,
        titleEn: wave.titleEn,
        index: results.index.title,
        from: dayInVietNam(results.wave.opensAt),
        to: dayInVietNam(results.wave.closesAt),
        isOpen: results.wave.closesAt > now,
        isSample: results.wave.design !== 'none',
        cells: listCriteria(results.index)
          .filter(({ level }) => level <= 1)
          .flatMap(({ code, name }) => {
            const cell = cells.find(({ criterion }) => criterion === code)
            return cell && cell.status !== 'missing' ? [{ name, cell }] : []
          }),
      })
    }
  }
  return facts.filter(({ cells }) => cells.length > 0)
}

const day = (date: Date) => date.toISOString().slice(0, 10)

/** Every unit below, with what it handed in as it was then. */
async function gatherUnits(
  below: readonly UnitLine[],
  { year, period }: Asked,
  dueOn: string | null,
): Promise<UnitFact[]> {
  const ids = below.map(({ id }) => id)
  const [reports, documents] = await Promise.all([
    listReportsOfYear(year),
    listSubmittedDocuments(year, period, ids),
  ])
  return [...below]
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map((unit) => {
      const report = reports.find((one) => one.unitId === unit.id && one.period === period)
      const submission = documents.get(unit.id)
      const facts = submission?.document.facts
      const submittedOn = report?.firstAt ? dayInVietNam(report.firstAt) : null
      return {
        ...nameOf(unit),
        state: report?.step ?? 'draft',
        submittedOn,
        daysLate: submittedOn ? daysAfter(dueOn, submittedOn) : null,
        document: submission?.number ?? null,
        totals: facts ? { activities: facts.totals.activities, cost: facts.totals.cost } : null,
        channels: facts?.channels ?? [],
      }
    })
}
