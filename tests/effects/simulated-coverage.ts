// Repeats a simulated campaign with new seeds, lets the page's own function evaluate it, and counts how often its intervals
// hold the truth and how often it calls the campaign effective. Used by the test and, longer, by the bench.
import { type SimulatedTruth, type SimulationPlan, simulateDistrict } from '#lib/effects/simulated-district'
import { studyEffect } from '#lib/effects/study-effect'
import type { EffectNumber, StudyResult } from '#lib/effects/study-result'

export type Count = { held: number; of: number }
export type Quantity = 'primary' | 'area' | 'channel' | 'event' | 'tile' | 'randomisation' | 'naive'

export type Repeated = {
  runs: number
  coverage: Record<Quantity, Count>
  /** Campaigns that the page calls effective: by the declared outcome, and by that or any area. */
  calledPrimary: number
  calledAnywhere: number
  /** Mean of estimate less truth. */
  bias: Record<Quantity, number>
}

export const share = ({ held, of }: Count) => held / of

export function repeatCampaign(
  plan: Omit<SimulationPlan, 'seed'>,
  runs: number,
  firstSeed: number,
): Repeated {
  const counts: Record<string, Count & { off: number }> = {}
  const found = { runs, calledPrimary: 0, calledAnywhere: 0 }
  for (let run = 0; run < runs; run++) {
    const { input, truth } = simulateDistrict({ ...plan, seed: firstSeed + run })
    const result = studyEffect(input)
    for (const [quantity, number, true_] of compare(result, truth, plan.starts)) {
      if (number?.low == null || number.high === null) continue
      counts[quantity] ??= { held: 0, of: 0, off: 0 }
      const count = counts[quantity]
      count.of++
      count.off += number.value - true_
      if (number.low <= true_ && true_ <= number.high) count.held++
    }
    if (result.verdict === 'lift') found.calledPrimary++
    if ([result.primary, ...result.areas].some(({ verdict }) => verdict === 'lift')) found.calledAnywhere++
  }
  return {
    ...found,
    coverage: counts as Repeated['coverage'],
    bias: Object.fromEntries(
      Object.entries(counts).map(([name, { off, of }]) => [name, off / of]),
    ) as Repeated['bias'],
  }
}

type Compared = [Quantity, Pick<EffectNumber, 'value' | 'low' | 'high'> | null, number]

function compare(result: StudyResult, truth: SimulatedTruth, starts: SimulationPlan['starts']): Compared[] {
  const { primary, areas, exposure, tiles, communes } = result
  const [baseline, followUp] = [result.baseline!, result.followUp!]
  const { randomisation } = primary
  return [
    ['primary', primary.effect, overall(truth.events, starts, truth.events.length)],
    [
      'randomisation',
      randomisation && { value: primary.effect!.value, ...randomisation },
      overall(truth.events, starts, truth.events.length),
    ],
    ['naive', primary.naive, overall(truth.events, starts, followUp + 1, followUp)],
    ...areas.map(
      ({ area, effect }): Compared => [
        'area',
        effect,
        overall(truth.areas[area!]!, starts, truth.events.length),
      ],
    ),
    ...primary.events.map(
      (point): Compared => ['event', point, point.event < 0 ? 0 : truth.events[point.event]!],
    ),
    ...exposure.flatMap(({ channel, standardised }): Compared[] =>
      channel === null ? [] : [['channel', standardised, truth.channels[channel]!]],
    ),
    ...tiles.flatMap(({ unit, area, change }): Compared[] => {
      if (unit === null || area !== null) return []
      const levels = truth.levels[communes.findIndex(({ id }) => id === unit)]!
      return [['tile', change, levels[followUp]! - levels[baseline]!]]
    }),
  ]
}

/** Average over treated communes and waves, as the declared effect averages: from `since` the wave on. */
function overall(
  events: readonly number[],
  starts: SimulationPlan['starts'],
  waves: number,
  since = 0,
): number {
  let [sum, count] = [0, 0]
  for (const start of starts) {
    for (let wave = Math.max(since, start ?? waves); wave < waves; wave++) {
      sum += events[wave - start!]!
      count++
    }
  }
  return sum / count
}
