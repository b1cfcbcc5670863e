// Activities -> totals by channel, area, unit and period, in any combination. The surprise: an activity in three areas stands
// in the row of each of them, with all its cost, so rows by area do not add up to the total; whoever shows them says so.
import { type Activity, type Amounts, mainMeasure, volumeOf } from '#lib/campaigns/activity'
import type { Channel } from '#lib/definitions/channels-file'

export const totalDimensions = ['unit', 'channel', 'area', 'targetGroup', 'quarter', 'month'] as const
export type TotalDimension = (typeof totalDimensions)[number]

export type ActivityTotal = {
  /** Where the row stands, by dimension; quarters as "2024-Q1", months as "2024-03", by the day on which an activity ended. */
  place: Partial<Record<TotalDimension, string>>
  activities: number
  /** VND. */
  cost: number
  /** Sums of what may be added, by measure; empty unless all activities of the row are of one channel. */
  amounts: Amounts
  /** What the one channel of the row is counted in, how much of it, and VND for one; null for rows of several channels. */
  output: { measure: string; amount: number; costPerUnit: number | null } | null
  /** Product of the factors (minutes on air), added over the activities whose factors are all known. */
  volume: { amount: number; activities: number; costPerUnit: number | null } | null
}

/**
 * One row for every combination of the given dimensions that occurs, in order of first appearance of the sorted places;
 * with no dimension one row for all, or none when there is no activity. Withdrawn activities never count.
 */
export function totalActivities(
  activities: readonly Activity[],
  channels: readonly Channel[],
  by: readonly TotalDimension[],
): ActivityTotal[] {
  const groups = new Map<string, { place: ActivityTotal['place']; members: Activity[] }>()
  for (const activity of activities) {
    if (activity.isWithdrawn) continue
    for (const place of placesOf(activity, by)) {
      const key = JSON.stringify(by.map((dimension) => place[dimension]))
      const group = groups.get(key) ?? { place, members: [] }
      group.members.push(activity)
      groups.set(key, group)
    }
  }
  const known = new Map(channels.map((channel) => [channel.code, channel]))
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { place, members }]) => totalOf(place, members, known))
}

/** Every place in which an activity counts: one, unless it is looked at by area or target group. */
function placesOf(activity: Activity, by: readonly TotalDimension[]): ActivityTotal['place'][] {
  let places: ActivityTotal['place'][] = [{}]
  for (const dimension of by)
    places = places.flatMap((place) =>
      valuesOf(activity, dimension).map((value) => ({ ...place, [dimension]: value })),
    )
  return places
}

function valuesOf(activity: Activity, dimension: TotalDimension): readonly string[] {
  if (dimension === 'area') return activity.areas
  if (dimension === 'targetGroup') return activity.targetGroups.length > 0 ? activity.targetGroups : ['']
  if (dimension === 'unit') return [activity.unitId]
  if (dimension === 'channel') return [activity.channel]
  const month = activity.endsOn.slice(0, 7)
  return [dimension === 'month' ? month : quarterOf(month)]
}

/** "2024-05" -> "2024-Q2". */
const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`

function totalOf(
  place: ActivityTotal['place'],
  members: readonly Activity[],
  channels: ReadonlyMap<string, Channel>,
): ActivityTotal {
  const cost = members.reduce((sum, one) => sum + one.cost, 0)
  const first = members[0]!.channel
  const channel = members.every((one) => one.channel === first) ? channels.get(first) : undefined
  if (!channel) return { place, activities: members.length, cost, amounts: {}, output: null, volume: null }
  const amounts = sumAmounts(channel, members)
  const measure = mainMeasure(channel)
  return {
    place,
    activities: members.length,
    cost,
    amounts,
    output: measure === null ? null : { measure, ...perUnit(cost, amounts[measure] ?? 0) },
    volume: totalVolume(channel, members),
  }
}

function sumAmounts(channel: Channel, members: readonly Activity[]): Amounts {
  const sums: Record<string, number> = {}
  for (const { code, isSummed } of channel.measures ?? []) {
    const given = members.map(({ amounts }) => amounts[code]).filter((one) => one !== undefined)
    if (isSummed && given.length > 0) sums[code] = given.reduce((sum, one) => sum + one, 0)
  }
  return sums
}

/** Cost and volume of the same activities: what has no volume must not make the rest look dearer. */
function totalVolume(channel: Channel, members: readonly Activity[]): ActivityTotal['volume'] {
  if (!channel.volume) return null
  const counted = members.flatMap(({ amounts, cost }) => {
    const amount = volumeOf(channel, amounts)
    return amount === null ? [] : [{ amount, cost }]
  })
  const cost = counted.reduce((sum, one) => sum + one.cost, 0)
  const amount = counted.reduce((sum, one) => sum + one.amount, 0)
  return { activities: counted.length, ...perUnit(cost, amount) }
}

const perUnit = (cost: number, amount: number) => ({
  amount,
  costPerUnit: amount > 0 ? cost / amount : null,
})
