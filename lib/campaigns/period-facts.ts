// The facts of a report on a period, as they are frozen when it is handed in: names are part of them, so that a later change
// of a plan, a channel or a commune's name changes no report of before.
import type { Period } from '#lib/campaigns/period'
import type { Cell } from '#lib/scoring/cell'
import type { LocalText } from '#lib/surveys/variable'

type UnitName = { id: string; name: string; nameEn: string }

export type PeriodFacts = {
  unit: UnitName
  parent: UnitName | null
  year: number
  period: Period
  /** ISO days, both inside the period. */
  from: string
  to: string
  /** Figures run from the first of January. */
  isCumulative: boolean
  /** ISO day on which the figures were taken. */
  asOf: string
  plan: { number: string; items: TaskFact[] } | null
  totals: ActivityCounts & { withoutEvidence: number }
  channels: ChannelFact[]
  areas: { code: string; name: LocalText; activities: number }[]
  activities: ActivityFact[]
  surveys: SurveyFact[]
  /** Reports of the units below; null for a unit that has none. */
  units: UnitFact[] | null
}

export type ActivityCounts = { activities: number; cost: number }

/** A quantity in the unit of its channel. */
export type AmountFact = { code: string; name: LocalText; value: number }

export type ChannelFact = ActivityCounts & {
  code: string
  name: LocalText
  /** Summed quantities only; the first is the channel's output. */
  amounts: AmountFact[]
  /** VND per unit of output; null without cost or output. */
  costPerOutput: number | null
}

export type ActivityFact = {
  id: string
  title: string
  channel: LocalText
  areas: LocalText[]
  village: string
  from: string
  to: string
  amounts: AmountFact[]
  cost: number
  hasEvidence: boolean
}

/** A task of the plan and what was recorded under it. Months are yyyy-mm. */
export type TaskFact = {
  code: string
  title: string
  from: string
  to: string
  planned: AmountFact[]
  done: AmountFact[]
  activities: number
  state: 'done' | 'begun' | 'not-begun' | 'later'
}

export type SurveyFact = {
  wave: string
  title: string
  titleEn: string
  index: LocalText
  from: string
  to: string
  isOpen: boolean
  /** Respondents were drawn at random. */
  isSample: boolean
  cells: { name: LocalText; cell: Cell }[]
}

export type UnitFact = UnitName & {
  state: 'submitted' | 'accepted' | 'returned' | 'draft'
  /** ISO day of the first submission, by which lateness is judged. */
  submittedOn: string | null
  /** Null where no day was set or nothing came. */
  daysLate: number | null
  /** Number of the event whose document is added up; null without one. */
  document: number | null
  totals: ActivityCounts | null
  channels: ChannelFact[]
}

/**
 * Where a task stands at the end of the period: done when every planned quantity is reached (or, without quantities, when
 * something was recorded), not due before its first month.
 */
export function taskState(
  task: Pick<TaskFact, 'from' | 'planned' | 'done' | 'activities'>,
  lastMonth: string,
): TaskFact['state'] {
  const isReached = task.planned.every(
    ({ code, value }) => (task.done.find((one) => one.code === code)?.value ?? 0) >= value,
  )
  if (task.activities > 0) return isReached ? 'done' : 'begun'
  return task.from > lastMonth ? 'later' : 'not-begun'
}

/** Channels of several documents added up, in the order in which they first come. */
export function sumChannels(units: readonly Pick<UnitFact, 'channels'>[]): ChannelFact[] {
  const sums = new Map<string, ChannelFact>()
  for (const channel of units.flatMap(({ channels }) => channels)) {
    const before = sums.get(channel.code)
    if (!before) sums.set(channel.code, { ...channel, amounts: channel.amounts.map((one) => ({ ...one })) })
    else addChannel(before, channel)
  }
  return [...sums.values()].map((sum) => {
    const output = sum.amounts[0]?.value ?? 0
    return { ...sum, costPerOutput: output > 0 && sum.cost > 0 ? sum.cost / output : null }
  })
}

function addChannel(sum: ChannelFact, channel: ChannelFact): void {
  sum.activities += channel.activities
  sum.cost += channel.cost
  for (const amount of channel.amounts) {
    const same = sum.amounts.find(({ code }) => code === amount.code)
    if (same) same.value += amount.value
    else sum.amounts.push({ ...amount })
  }
}
