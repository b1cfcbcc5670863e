// What a reader must know before trusting the number of a study: declared too late, asked in another way, too few communes.
import type { ScoredOutcome } from '#lib/effects/outcome-effect'
import { areLinked } from '#lib/effects/pooled-rows'
import type { StudyInput, StudyWave } from '#lib/effects/study-input'
import type { EffectCaution, OutcomeResult, ReachRow, StudyResult } from '#lib/effects/study-result'
import { adjustPValues } from '#lib/stats/adjust-p-values'

/** Our own settings: a shift of modes, and a share of false recall, from which on a warning stands beside the result. */
const LARGEST_MODE_SHIFT = 0.15
const HIGH_FALSE_RECALL = 0.1
const ALPHA = 0.05

/** Before the first day of the follow-up wave, or later: then the study only suggests. */
export function declarationOf(
  { declaredOn }: StudyInput,
  { waves, pair }: ScoredOutcome,
): StudyResult['declaration'] {
  if (declaredOn === null) return 'none'
  const followUp = pair ? waves[pair.followUp] : undefined
  return followUp && declaredOn >= followUp.first ? 'late' : 'before_follow_up'
}

export function studyCautions(
  input: StudyInput,
  scored: ScoredOutcome,
  primary: OutcomeResult,
  reach: readonly ReachRow[],
): EffectCaution[] {
  const { study, waves, pair } = scored
  const two = pair ? ([waves[pair.baseline]!, waves[pair.followUp]!] as const) : null
  const declaration = declarationOf(input, scored)
  const falseRecall = reach.find(({ group }) => group === 'all')?.falseRecall?.value ?? 0
  const isLeftOut = (why: string) => study.lines.some(({ leftOutFor }) => leftOutFor === why)
  const holds: [EffectCaution, boolean][] = [
    ['not_declared', declaration === 'none'],
    ['declared_late', declaration === 'late'],
    ['mode_changed', two !== null && modeShift(...two) > LARGEST_MODE_SHIFT],
    ['form_changed', new Set(waves.map(({ formVersion }) => formVersion)).size > 1],
    ['villages_changed', two?.every(({ design }) => design === 'clusters') === true && !areLinked(two)],
    ['commune_left_out', isLeftOut('too_few_answers')],
    ['treated_before_baseline', isLeftOut('treated_before_baseline')],
    ['started_during_wave', study.startedDuringWave],
    ...cautionsOfEffect(primary),
    ['false_recall_high', falseRecall >= HIGH_FALSE_RECALL],
  ]
  return holds.flatMap(([caution, isSo]) => (isSo ? [caution] : []))
}

function cautionsOfEffect({ effect, randomisation, events }: OutcomeResult): [EffectCaution, boolean][] {
  if (!effect) return []
  const earlier = events.filter(({ event }) => event < -1).map(({ pValue }) => pValue)
  const differs = adjustPValues(earlier, 'holm').some((p) => p !== null && p < ALPHA)
  return [
    ['significance_unreachable', randomisation !== null && randomisation.smallestPValue > ALPHA],
    ['few_treated_communes', Math.min(effect.treatedCommunes, effect.comparisonCommunes) < 3],
    ['no_earlier_wave', earlier.length === 0],
    ['earlier_waves_differ', differs],
  ]
}

/** Half the sum of the differences of shares: the part of people who would have to answer in another way. */
function modeShift(a: StudyWave, b: StudyWave): number {
  const shares = [a, b].map(({ answers: { mode } }) => {
    const counts = new Map<string, number>()
    for (const one of mode) counts.set(one, (counts.get(one) ?? 0) + 1 / mode.length)
    return counts
  })
  const modes = new Set(shares.flatMap((counts) => [...counts.keys()]))
  return (
    [...modes].reduce(
      (sum, one) => sum + Math.abs((shares[0]!.get(one) ?? 0) - (shares[1]!.get(one) ?? 0)),
      0,
    ) / 2
  )
}
