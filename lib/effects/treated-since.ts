// Since when the campaign runs in each commune: by the lot that was drawn, or by what was recorded as done. The rule is
// declared with the study; nobody picks communes by hand.
import type { Activity } from '#lib/campaigns/activity'
import type { RolloutStep } from '#lib/effects/rollout'
import type { StudyPlan } from '#lib/effects/study-plan'

type Counted = Pick<Activity, 'unitId' | 'channel' | 'areas' | 'startsOn'>

/** First day by commune (yyyy-mm-dd); null for communes that wait. */
export function sinceRollout(steps: readonly RolloutStep[]): Map<string, string | null> {
  return new Map(steps.flatMap(({ startsOn, units }) => units.map((unit) => [unit, startsOn] as const)))
}

/** The day on which the commune's activities of the declared channels and areas reached the declared number. */
export function sinceActivities(
  activities: readonly Counted[],
  rule: Extract<StudyPlan['comparison'], { by: 'activities' }>,
): Map<string, string> {
  const days = new Map<string, string[]>()
  for (const activity of activities.filter((one) => isCounted(one, rule))) {
    const own = days.get(activity.unitId)
    if (own) own.push(activity.startsOn)
    else days.set(activity.unitId, [activity.startsOn])
  }
  return new Map(
    [...days].flatMap(([unit, own]) => {
      const day = own.sort()[rule.minimum - 1]
      return day ? [[unit, day] as const] : []
    }),
  )
}

/** An empty list of channels or areas stands for all. */
export function isCounted(
  { channel, areas }: Pick<Activity, 'channel' | 'areas'>,
  rule: { channels: readonly string[]; areas: readonly string[] },
): boolean {
  const isChannel = rule.channels.length === 0 || rule.channels.includes(channel)
  return isChannel && (rule.areas.length === 0 || areas.some((area) => rule.areas.includes(area)))
}
