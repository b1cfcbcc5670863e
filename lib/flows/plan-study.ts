// The planner before a campaign: what a study with these settings could see and what it costs. What channels cost comes
// from the plans and activities of the last year that has any, as far as the reader may see them.
import { allow, type MaybeActor, visibleUnits } from '#lib/access'
import { listActivities } from '#lib/db/activities'
import { listPlansOfYear, listPlanYears } from '#lib/db/campaign-plans'
import { listRolloutRows } from '#lib/db/rollouts'
import { type StudySize, studySize } from '#lib/effects/study-size'
import { type ReadSize, readStudySize } from '#lib/effects/study-size-input'
import { readVocabulary } from '#lib/flows/read-vocabulary'
import type { LocalText } from '#lib/surveys/variable'

/** VND of one channel in all units that the reader may see. */
export type ChannelCosts = { channel: string; name: LocalText; planned: number; spent: number }

export type PlannedStudy = ReadSize & {
  size: StudySize | null
  /** The year of the costs; null when nobody has planned or recorded anything. */
  year: number | null
  channels: ChannelCosts[]
}

/** Settings as typed, by the names of `sizeFields`; those not given start from the newest roll-out and the newest plans. */
export async function planStudy(
  actor: MaybeActor,
  given: Record<string, string | undefined>,
): Promise<PlannedStudy> {
  const reader = allow(actor, 'effects.read')
  const [rollout] = await listRolloutRows()
  const { year, channels } = await readCosts(reader)
  const planned = channels.reduce((sum, one) => sum + one.planned, 0)
  const read = readStudySize(given, {
    ...(rollout && {
      communes: String(rollout.frame.units.length),
      exposed: String(rollout.frame.units.length - rollout.steps.at(-1)!.units.length),
    }),
    ...(planned > 0 && { campaignCost: String(planned) }),
  })
  return { ...read, size: read.plan && studySize(read.plan), year, channels }
}

async function readCosts(reader: NonNullable<MaybeActor>) {
  const [plans, activities] = [visibleUnits(reader, 'plans.read'), visibleUnits(reader, 'activities.read')]
  const [year = null] = await listPlanYears(plans)
  if (year === null) return { year, channels: [] }
  const [ofYear, done, { channels }] = await Promise.all([
    listPlansOfYear(year),
    listActivities({ from: `${year}-01-01`, to: `${year}-12-31`, units: activities }),
    readVocabulary(),
  ])
  const items = ofYear
    .filter(({ unitId }) => !plans || plans.includes(unitId))
    .flatMap(({ body }) => body.items)
  const lines = channels.map(({ code, name }) => ({
    channel: code,
    name,
    planned: sumOf(items.filter(({ channel }) => channel === code)),
    spent: sumOf(done.filter(({ channel }) => channel === code)),
  }))
  return { year, channels: lines.filter(({ planned, spent }) => planned > 0 || spent > 0) }
}

const sumOf = (lines: readonly { cost: number | null }[]) =>
  lines.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
