// Plan, activities and survey results -> the facts of a report on a period. Nothing is judged here: quantities are what was
// recorded, and results are the very cells of the results page.
import { type Activity, type Amounts, mainMeasure } from '#lib/campaigns/activity'
import { type ActivityTotal, totalActivities } from '#lib/campaigns/activity-totals'
import { type Days, isWithin } from '#lib/campaigns/period'
import {
  type ActivityFact,
  type AmountFact,
  type ChannelFact,
  type PeriodFacts,
  type TaskFact,
  taskState,
} from '#lib/campaigns/period-facts'
import type { PlanBody, PlanItem } from '#lib/campaigns/plan-body'
import type { AreasFile } from '#lib/definitions/areas-file'
import type { Channel } from '#lib/definitions/channels-file'

export type FactsInput = Pick<
  PeriodFacts,
  'unit' | 'parent' | 'year' | 'period' | 'isCumulative' | 'asOf' | 'surveys' | 'units'
> & {
  days: Days
  /** In force; null when the unit has none. */
  plan: PlanBody | null
  /** Of the unit itself, in the year. */
  activities: readonly Activity[]
  /** Ids of activities that have a file. */
  withFiles: ReadonlySet<string>
  channels: readonly Channel[]
  areas: AreasFile['areas']
}

/** Activities count in the period in which they ended, tasks with everything recorded under them until its last day. */
export function makePeriodFacts(input: FactsInput): PeriodFacts {
  const { days, plan, channels, areas, withFiles, ...facts } = input
  const standing = input.activities.filter((one) => !one.isWithdrawn)
  const own = standing.filter((one) => isWithin(one.endsOn, days)).sort(byDay)
  const untilThen = standing.filter((one) => one.endsOn <= days.to)
  const hasEvidence = (one: Activity) => one.link !== '' || withFiles.has(one.id)
  const [all] = totalActivities(own, channels, [])
  return {
    ...facts,
    ...days,
    plan: plan && {
      number: plan.number,
      items: plan.items.map((item) => taskFact(item, untilThen, channels, days.to.slice(0, 7))),
    },
    totals: {
      activities: all?.activities ?? 0,
      cost: all?.cost ?? 0,
      withoutEvidence: own.filter((one) => !hasEvidence(one)).length,
    },
    channels: channelFacts(own, channels),
    areas: areas.map(({ code, name }) => ({
      code,
      name,
      activities: own.filter((one) => one.areas.includes(code)).length,
    })),
    activities: own.map((one) => activityFact(one, hasEvidence(one), channels, areas)),
  }
}

const byDay = (a: Activity, b: Activity) =>
  a.startsOn === b.startsOn ? (a.id < b.id ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1

/** Channels in the order of their file. */
function channelFacts(activities: readonly Activity[], channels: readonly Channel[]): ChannelFact[] {
  const totals = totalActivities(activities, channels, ['channel'])
  const factOf = (total: ActivityTotal, channel: Channel): ChannelFact => ({
    code: channel.code,
    name: channel.name,
    activities: total.activities,
    amounts: amountFacts(total.amounts, channel),
    cost: total.cost,
    costPerOutput: total.cost > 0 ? (total.output?.costPerUnit ?? null) : null,
  })
  return channels.flatMap((channel) => {
    const total = totals.find(({ place }) => place.channel === channel.code)
    return total ? [factOf(total, channel)] : []
  })
}

/** The output of the channel first, then its other measures in their order. */
function amountFacts(amounts: Amounts, channel: Channel | undefined): AmountFact[] {
  const main = channel ? mainMeasure(channel) : null
  const measures = [...(channel?.measures ?? [])].sort(
    (a, b) => Number(b.code === main) - Number(a.code === main),
  )
  return measures.flatMap(({ code, name }) => {
    const value = amounts[code]
    return value === undefined ? [] : [{ code, name, value }]
  })
}

function taskFact(
  item: PlanItem,
  activities: readonly Activity[],
  channels: readonly Channel[],
  lastMonth: string,
): TaskFact {
  const channel = channels.find(({ code }) => code === item.channel)
  const under = activities.filter(({ planItem }) => planItem === item.code)
  const sums = totalActivities(under, channels, ['channel']).find(
    ({ place }) => place.channel === item.channel,
  )
  const summed = new Set((channel?.measures ?? []).filter((one) => one.isSummed).map(({ code }) => code))
  const task = {
    code: item.code,
    title: item.title || channel?.name.vi || item.code,
    from: item.from,
    to: item.to,
    planned: amountFacts(item.amounts, channel).filter(({ code }) => summed.has(code)),
    done: amountFacts(sums?.amounts ?? {}, channel),
    activities: under.length,
  }
  return { ...task, state: taskState(task, lastMonth) }
}

function activityFact(
  activity: Activity,
  hasEvidence: boolean,
  channels: readonly Channel[],
  areas: AreasFile['areas'],
): ActivityFact {
  const channel = channels.find(({ code }) => code === activity.channel)
  const { id, title, village, startsOn, endsOn, cost } = activity
  return {
    id,
    title,
    channel: channel?.name ?? { vi: activity.channel },
    areas: activity.areas.map((code) => areas.find((area) => area.code === code)?.short ?? { vi: code }),
    village,
    from: startsOn,
    to: endsOn,
    amounts: amountFacts(activity.amounts, channel),
    cost,
    hasEvidence,
  }
}
