// Totals of activities by any combination of channel, area, unit, target group, quarter and month, with the total of all.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import {
  type ActivityTotal,
  type TotalDimension,
  totalActivities,
  totalDimensions,
} from '#lib/campaigns/activity-totals'
import { type ActivityList, activityQuery, loadActivities } from '#lib/flows/load-activities'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  ...activityQuery,
  /** Dimensions, as a list or parted by commas as they stand in an address. */
  by: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(z.enum(totalDimensions)).max(totalDimensions.length).default(['channel']),
  ),
})
export type SummaryAsk = z.input<typeof shape>

export type ActivitySummary = ActivityList & {
  by: z.output<typeof shape>['by']
  rows: ActivityTotal[]
  /** All activities once; null when there is none. */
  total: ActivityTotal | null
}

/** Throws notAllowed, invalidInput. */
export async function summariseActivities(
  actor: MaybeActor,
  input: SummaryAsk,
  now: Date = new Date(),
): Promise<ActivitySummary> {
  const { by, ...asked } = requireShape(shape, input)
  const list = await loadActivities(actor, asked, now)
  const { channels } = list.vocabulary
  // an area that was asked for alone must not bring the other areas of its activities along
  const narrowed = list.area
    ? list.activities.map((one) => ({ ...one, areas: one.areas.filter((code) => code === list.area) }))
    : list.activities
  return {
    ...list,
    by,
    rows: totalActivities(narrowed, channels, by).sort(inOrder(list, by)),
    total: totalActivities(list.activities, channels, [])[0] ?? null,
  }
}

/** As units, channels and areas stand in their files; quarters and months in time. */
function inOrder({ units, vocabulary }: ActivityList, by: readonly TotalDimension[]) {
  const order: Partial<Record<TotalDimension, string[]>> = {
    unit: units.map(({ id }) => id),
    channel: vocabulary.channels.map(({ code }) => code),
    area: vocabulary.areas.map(({ code }) => code),
    targetGroup: vocabulary.targetGroups.map(({ code }) => code),
  }
  return (one: ActivityTotal, other: ActivityTotal): number => {
    for (const dimension of by) {
      const [a, b] = [one.place[dimension] ?? '', other.place[dimension] ?? '']
      const known = order[dimension]
      const difference = known ? known.indexOf(a) - known.indexOf(b) : a < b ? -1 : a > b ? 1 : 0
      if (difference !== 0) return difference
    }
    return 0
  }
}
