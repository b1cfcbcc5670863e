// Whom the campaign reached, by what people say: first in their own words, then from a list of channels in which one does not
// exist. The share that "recalls" the channel that does not exist stands beside the others; nothing is taken off.
import { effectNumber, shareNumber, withoutInterval } from '#lib/effects/effect-number'
import { LEVEL } from '#lib/effects/outcome-effect'
import { layOut, poolRows } from '#lib/effects/pooled-rows'
import { scorePeople } from '#lib/effects/score-people'
import type { StudyInput, StudyWave } from '#lib/effects/study-input'
import type { EffectNumber, ReachRow } from '#lib/effects/study-result'
import { proportion } from '#lib/stats/proportion'

/** Everybody's recall in one wave; a column is null when the wave did not ask. */
export type Recall = {
  wave: StudyWave
  unprompted: Float64Array | null
  /** Any channel of the campaign. */
  prompted: Float64Array | null
  falseRecall: Float64Array | null
  channels: ChannelRecall[]
  /** The same in people's own words; `notAssigned`: their words name no channel, of the campaign or not. */
  named: ChannelRecall[]
  namedAny: Float64Array | null
  notAssigned: Float64Array | null
}

type ChannelRecall = { channel: string; recalls: Float64Array }

/** Channels of the plan; all that were asked where the plan names none. */
export function recallIn(wave: StudyWave, { reach, plan }: StudyInput): Recall {
  const score = (outcome: StudyInput['reach']['unprompted']) =>
    outcome && outcome.form === wave.form ? scorePeople(outcome, wave.answers) : null
  const ofPlan = (all: StudyInput['reach']['prompted']) =>
    all
      .filter(({ channel }) => plan.channels.length === 0 || plan.channels.includes(channel))
      .flatMap(({ channel, outcome }) => {
        const recalls = score(outcome)
        return recalls ? [{ channel, recalls }] : []
      })
  const channels = ofPlan(reach.prompted)
  const named = ofPlan(reach.named)
  return {
    wave,
    unprompted: score(reach.unprompted),
    prompted: anyOf(channels),
    falseRecall: score(reach.falseRecall),
    channels,
    named,
    namedAny: anyOf(named),
    notAssigned: score(reach.notAssigned),
  }
}

/** 1 for whoever recalls one of them, NaN for whoever answered none of the questions; null where there are none. */
function anyOf(channels: readonly ChannelRecall[]): Float64Array | null {
  if (channels.length === 0) return null
  return channels[0]!.recalls.map((_, person) => {
    let most = Number.NaN
    for (const { recalls } of channels) {
      const value = recalls[person]!
      if (!Number.isNaN(value) && !(value <= most)) most = value
    }
    return most
  })
}

export type ReachGroup = Pick<ReachRow, 'unit' | 'group'> & { units: ReadonlySet<string> }

export function reachRow(
  recall: Recall,
  { unit, group, units }: ReachGroup,
  minimumAnswers: number,
): ReachRow {
  const rows = poolRows([recall.wave], units)
  const share = (column: Float64Array | null): EffectNumber | null => {
    if (!rows || !column) return null
    const values = layOut(rows, [column])
    if (values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0) < minimumAnswers) return null
    const estimate = proportion(rows.design, values, { level: LEVEL })
    // of drawn people all may have answered: then there is nothing to be off by, and no interval
    const isCounted = recall.wave.design === 'people' && estimate.standardError === 0
    const number = isCounted ? effectNumber(estimate) : shareNumber(estimate)
    return recall.wave.design === 'none' ? withoutInterval(number) : number
  }
  const shown = [share(recall.unprompted), share(recall.prompted), share(recall.falseRecall)] as const
  const isShown = shown.some((one) => one !== null)
  return {
    unit,
    group,
    status: !isShown ? 'too_few' : recall.wave.design === 'none' ? 'no_design' : 'ok',
    unprompted: shown[0],
    prompted: shown[1],
    falseRecall: shown[2],
    named: share(recall.namedAny),
    notAssigned: share(recall.notAssigned),
    channels: channelsOf(recall).map((channel) => ({
      channel,
      share: share(columnOf(recall.channels, channel)),
      named: share(columnOf(recall.named, channel)),
    })),
  }
}

/** Channels of the list; where no list was read out, those that can be named. */
const channelsOf = ({ channels, named }: Recall) =>
  (channels.length > 0 ? channels : named).map(({ channel }) => channel)

const columnOf = (all: readonly ChannelRecall[], channel: string) =>
  all.find((one) => one.channel === channel)?.recalls ?? null
