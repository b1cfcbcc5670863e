// The effect of the campaign on one outcome: the declared estimate first, everything else as a check in smaller print. The same
// steps for every study, so that nobody picks the method that pleases.
import { type StudyPanel, studyPanel } from '#lib/effects/commune-panel'
import { effectNumber } from '#lib/effects/effect-number'
import { layOut, poolRows } from '#lib/effects/pooled-rows'
import { scorePeople } from '#lib/effects/score-people'
import type { OutcomeDefinition, StudyInput, StudyWave } from '#lib/effects/study-input'
import type {
  EffectObstacle,
  EffectVerdict,
  EventPoint,
  OutcomeResult,
  SensitivityRow,
} from '#lib/effects/study-result'
import { campaignStudy } from '#lib/stats/campaign-study'
import { difference } from '#lib/stats/difference'
import { type StaggeredEffect, staggeredEffect } from '#lib/stats/staggered-effect'
import { staggeredRandomisation } from '#lib/stats/staggered-randomisation'
import { weightedMean } from '#lib/stats/weighted-mean'

export const LEVEL = 0.95

/** An outcome with its waves in order of time and everybody's score in each. */
export type ScoredOutcome = {
  definition: OutcomeDefinition
  waves: StudyWave[]
  scores: Float64Array[]
  study: StudyPanel
  obstacles: EffectObstacle[]
  /** Positions among `waves` of the two waves that are compared where only two can be; null with fewer than two waves. */
  pair: { baseline: number; followUp: number } | null
}

export function scoreOutcome(definition: OutcomeDefinition, input: StudyInput): ScoredOutcome {
  const waves = input.waves
    .filter(({ form }) => form === definition.form)
    .sort((a, b) => (a.first < b.first ? -1 : 1))
  const scores = waves.map(({ answers }) => scorePeople(definition, answers))
  const asked = scores.flatMap((one) => one ?? [])
  if (asked.length < waves.length) {
    const study = studyPanel(input.communes, [], [], input.minimumAnswers)
    return { definition, waves: [], scores: [], study, obstacles: ['different_forms'], pair: null }
  }
  const study = studyPanel(input.communes, waves, asked, input.minimumAnswers)
  return {
    definition,
    waves,
    scores: asked,
    study,
    obstacles: study.obstacles,
    pair: comparedPair(study, waves.length),
  }
}

/**
 * Last wave before anybody starts, and the last wave in which at least two communes still wait; without a comparison, the
 * first and the last wave, for description.
 */
function comparedPair({ panel, obstacles }: StudyPanel, waves: number): ScoredOutcome['pair'] {
  if (waves < 2) return null
  const starts = panel.starts.flatMap((start) => start ?? [])
  const waiting = (wave: number) => panel.starts.filter((start) => start === null || start > wave).length
  const baseline = starts.length > 0 ? Math.min(...starts) - 1 : 0
  for (let wave = waves - 1; wave > baseline; wave--) {
    if (obstacles.length === 0 && waiting(wave) >= 2) return { baseline, followUp: wave }
  }
  return { baseline: obstacles.length === 0 ? baseline : 0, followUp: waves - 1 }
}

/** `waveOf` gives the position of a wave among all waves of the study. */
export function outcomeEffect(
  scored: ScoredOutcome,
  role: OutcomeResult['role'],
  waveOf: (wave: StudyWave) => number,
): OutcomeResult {
  const { definition, study, waves } = scored
  const effect = scored.obstacles.length === 0 ? staggeredEffect(study.panel, { level: LEVEL }) : null
  const obstacles = effect || scored.obstacles.length > 0 ? [...scored.obstacles] : [whyNoEffect(study)]
  if (effect && effect.standardError === null) obstacles.push('no_variation')
  const isTold = effect !== null && obstacles.length === 0
  const randomisation = isTold ? staggeredRandomisation(study.panel, effect.contrast, LEVEL) : null
  return {
    key: definition.key,
    criterion: definition.criterion,
    area: definition.area,
    role,
    waves: waves.map(waveOf),
    obstacles,
    effect: isTold ? declaredEffect(effect, scored) : null,
    verdict: 'cannot_tell',
    randomisation,
    ...(role === 'primary' ? beside(scored, isTold) : { naive: null, groups: null, sensitivity: [] }),
    events: isTold ? eventPoints(scored) : [],
  }
}

/** Communes are there on both sides, but no wave has two of each. */
function whyNoEffect({ panel }: StudyPanel): EffectObstacle {
  const never = panel.starts.filter((start) => start === null).length
  return never === 0 && new Set(panel.starts).size === 1 ? 'everybody_treated' : 'too_few_communes'
}

function declaredEffect(
  effect: StaggeredEffect,
  { study }: ScoredOutcome,
): NonNullable<OutcomeResult['effect']> {
  const { value, low, high, standardError, degreesOfFreedom, pValue, cells } = effect
  const starts = new Set(cells.map(({ start }) => start))
  const n = study.lines
    .filter(({ role }) => role !== 'left_out')
    .reduce((sum, line) => sum + line.n.reduce((a, b) => a + b, 0), 0)
  return {
    value,
    low,
    high,
    standardError,
    degreesOfFreedom,
    n,
    pValue,
    adjustedP: null,
    treatedCommunes: study.panel.starts.filter((start) => start !== null && starts.has(start)).length,
    comparisonCommunes: Math.max(...cells.map(({ comparison }) => comparison)),
    periods: new Set(cells.map(({ wave }) => wave)).size,
  }
}

/** Every wave relative to the start; the last wave before it is the zero line. */
function eventPoints({ study, waves }: ScoredOutcome): EventPoint[] {
  const events = Array.from({ length: 2 * waves.length - 1 }, (_, at) => at - waves.length + 1)
  return events.flatMap((event) => {
    const effect = staggeredEffect(study.panel, { level: LEVEL, events: (one) => one === event })
    if (!effect || effect.standardError === null) return []
    const { value, low, high, standardError, degreesOfFreedom, pValue, cells } = effect
    const starts = new Set(cells.map(({ start }) => start))
    const treated = study.panel.starts.filter((start) => start !== null && starts.has(start)).length
    const comparison = Math.max(...cells.map((cell) => cell.comparison))
    const n = treated + comparison
    return [{ event, value, low, high, standardError, degreesOfFreedom, n, pValue, treated, comparison }]
  })
}

/** The two-wave readings: what others quote, and the checks. */
function beside(
  { study, waves, scores, pair }: ScoredOutcome,
  isTold: boolean,
): Pick<OutcomeResult, 'naive' | 'groups' | 'sensitivity'> {
  const nothing = { naive: null, groups: null, sensitivity: [] }
  if (!pair) return nothing
  const two = [waves[pair.baseline]!, waves[pair.followUp]!]
  const startOf = new Map(study.panel.communes.map((id, at) => [id, study.panel.starts[at]!]))
  const rows = poolRows(two, new Set(startOf.keys()))
  if (!rows) return nothing
  const values = layOut(rows, [scores[pair.baseline]!, scores[pair.followUp]!])
  const isExposed = Float64Array.from(rows.unit, (unit) => {
    const start = startOf.get(unit)!
    return start !== null && start <= pair.followUp ? 1 : 0
  })
  if (!isExposed.includes(1)) return nothing
  const isAfter = Float64Array.from(rows.wave)
  const within = (after: 0 | 1) => isAfter.map((one, row) => (one === after && isExposed[row] === 1 ? 1 : 0))
  const means = ([0, 1] as const).map((after) =>
    weightedMean(rows.design, values, { domain: within(after), level: LEVEL }),
  )
  const naive = effectNumber(difference(rows.design, means[0]!, means[1]!))
  if (!isTold) return { naive: two[0]!.design === 'none' ? null : naive, groups: null, sensitivity: [] }
  const checks = campaignStudy(rows.design, { values, isExposed, isAfter }, rows.unit, { level: LEVEL })
  const { otherBefore, otherAfter, exposedBefore, exposedAfter } = checks.designBased.means
  return {
    naive,
    groups: { treatedBefore: exposedBefore, treatedAfter: exposedAfter, otherBefore, otherAfter },
    sensitivity: sensitivityRows(checks),
  }
}

function sensitivityRows(study: ReturnType<typeof campaignStudy>): SensitivityRow[] {
  const { primary, designBased, clusterRobust, wildBootstrap } = study
  const { value, low, high, pValue } = primary
  const cr1 = clusterRobust
  return [
    { method: 'two_waves', value, low, high, pValue },
    {
      method: 'welch',
      value,
      low: primary.welch.low,
      high: primary.welch.high,
      pValue: primary.welch.pValue,
    },
    {
      method: 'design_based',
      value: designBased.effect.value,
      low: designBased.effect.low,
      high: designBased.effect.high,
      pValue: designBased.pValue,
    },
    { method: 'cluster_robust_cr1', value: cr1.value, low: cr1.low, high: cr1.high, pValue: cr1.pValue },
    { method: 'wild_bootstrap', value: cr1.value, low: null, high: null, pValue: wildBootstrap.pValue },
  ]
}

/** The one rule of the page: called a lift when the corrected p-value is below 5 % and the value above zero. */
export function verdictOf(effect: OutcomeResult['effect']): EffectVerdict {
  if (!effect || effect.adjustedP === null) return 'cannot_tell'
  if (effect.adjustedP >= 1 - LEVEL) return 'unclear'
  return effect.value > 0 ? 'lift' : 'drop'
}
