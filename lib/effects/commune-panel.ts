// The communes of a study as one balanced table: mean of the outcome in every wave, and the wave with which each counts as
// treated. A commune with a gap is left out and named; it is never filled in.

import type { StudyCommune, StudyWave } from '#lib/effects/study-input'
import type { EffectObstacle, StudyCommuneLine } from '#lib/effects/study-result'
import type { CommunePanel } from '#lib/stats/staggered-contrast'

export type StudyPanel = {
  panel: CommunePanel
  lines: StudyCommuneLine[]
  obstacles: EffectObstacle[]
  startedDuringWave: boolean
}

/**
 * First wave that counts as treated: the first whose field work ends on the day of the start or later. A campaign that starts
 * in the middle of a wave counts for it, which can only make the effect look smaller.
 */
export function startWave(since: string | null, waves: readonly StudyWave[]): number | null {
  if (since === null) return null
  const at = waves.findIndex(({ last }) => since <= last)
  return at < 0 ? null : at
}

/** `scores[wave][person]`; waves in the order of time. */
export function studyPanel(
  communes: readonly StudyCommune[],
  waves: readonly StudyWave[],
  scores: readonly Float64Array[],
  minimumAnswers: number,
): StudyPanel {
  const means = waves.map((wave, at) => meansByUnit(wave, scores[at]!))
  const lines = communes.map(({ id, since }): StudyCommuneLine => {
    const own = means.map((byUnit) => byUnit.get(id))
    const n = own.map((one) => one?.n ?? 0)
    const start = startWave(since, waves)
    const isShort = n.some((count) => count < minimumAnswers)
    const leftOutFor = isShort ? 'too_few_answers' : start === 0 ? 'treated_before_baseline' : null
    return {
      id,
      since,
      start,
      role: leftOutFor ? 'left_out' : start === null ? 'comparison' : 'treated',
      leftOutFor,
      means: own.map((one, at) => (n[at]! < minimumAnswers ? null : one!.mean)),
      n,
    }
  })
  const kept = lines.filter(({ role }) => role !== 'left_out')
  const panel: CommunePanel = {
    communes: kept.map(({ id }) => id),
    means: kept.map((line) => line.means as number[]),
    starts: kept.map(({ start }) => start),
  }
  return {
    panel,
    lines,
    obstacles: obstaclesOf(lines, communes, waves),
    startedDuringWave: communes.some(({ since }) =>
      waves.some(({ first, last }) => since !== null && first < since && since <= last),
    ),
  }
}

function meansByUnit({ answers }: StudyWave, scores: Float64Array): Map<string, { mean: number; n: number }> {
  const sums = new Map<string, { weight: number; total: number; n: number }>()
  for (let person = 0; person < scores.length; person++) {
    const score = scores[person]!
    const weight = answers.weight[person]!
    if (Number.isNaN(score) || !(weight > 0)) continue
    const unit = answers.unit[person]!
    let sum = sums.get(unit)
    if (!sum) {
      sum = { weight: 0, total: 0, n: 0 }
      sums.set(unit, sum)
    }
    sum.weight += weight
    sum.total += weight * score
    sum.n++
  }
  return new Map([...sums].map(([unit, { weight, total, n }]) => [unit, { mean: total / weight, n }]))
}

/** Why there is nothing to compare; the first that holds is the one to mend. */
function obstaclesOf(
  lines: readonly StudyCommuneLine[],
  communes: readonly StudyCommune[],
  waves: readonly StudyWave[],
): EffectObstacle[] {
  if (waves.length === 0) return ['no_waves']
  if (waves.length === 1) return ['one_wave']
  if (waves.some(({ design }) => design === 'none')) return ['convenience_sample']
  const kept = lines.filter(({ role }) => role !== 'left_out')
  const fewest = 4
  const withAnswers = lines.filter(({ leftOutFor }) => leftOutFor !== 'too_few_answers')
  if (withAnswers.length < fewest && lines.length >= fewest) return ['too_few_answers']
  if (!kept.some(({ role }) => role === 'treated')) {
    if (!communes.some(({ since }) => since !== null)) return ['nobody_treated']
    return lines.some(({ start }) => start === 0) ? ['no_baseline'] : ['no_follow_up']
  }
  const firstStart = Math.min(...kept.flatMap(({ start }) => start ?? []))
  const untreated = kept.filter(({ start }) => start === null || start > firstStart)
  if (untreated.length === 0) return ['everybody_treated']
  return []
}
