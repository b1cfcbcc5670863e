// Whom the campaign reached, by what people say: first without help, then from a list of channels in which one does not exist.
// The share that "recalls" the channel that does not exist stands beside the others; nothing is taken off.
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
  channels: { channel: string; recalls: Float64Array }[]
}

/** Channels of the plan; all that were asked where the plan names none. */
export function recallIn(wave: StudyWave, { reach, plan }: StudyInput): Recall {
  const score = (outcome: StudyInput['reach']['unprompted']) =>
    outcome && outcome.form === wave.form ? scorePeople(outcome, wave.answers) : null
  const channels = reach.prompted
    .filter(({ channel }) => plan.channels.length === 0 || plan.channels.includes(channel))
    .flatMap(({ channel, outcome }) => {
      const recalls = score(outcome)
      return recalls ? [{ channel, recalls }] : []
    })
  return {
    wave,
    unprompted: score(reach.unprompted),
    prompted: channels.length > 0 ? anyOf(channels.map(({ recalls }) => recalls)) : null,
    falseRecall: score(reach.falseRecall),
    channels,
  }
}

/** 1 for whoever recalls one of them, NaN for whoever answered none of the questions. */
function anyOf(columns: readonly Float64Array[]): Float64Array {
  return columns[0]!.map((_, person) => {
    let most = Number.NaN
    for (const column of columns) {
      const value = column[person]!
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
    channels: recall.channels.map(({ channel, recalls }) => ({ channel, share: share(recalls) })),
  }
}
