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
import { clusterRobustEffect } from '#lib/stats/cluster-robust-effect'
import { communeChanges } from '#lib/stats/commune-changes'
import { communeLevelEffect } from '#lib/stats/commune-level-effect'
import type { Design } from '#lib/stats/design'
import { difference } from '#lib/stats/difference'
import { differenceInDifferences } from '#lib/stats/difference-in-differences'
import { studentInterval } from '#lib/stats/estimate'
import { type StaggeredEffect, staggeredEffect } from '#lib/stats/staggered-effect'
import { staggeredRandomisation } from '#lib/stats/staggered-randomisation'
import { studentTest } from '#lib/stats/student-test'
import { trendSensitivity } from '#lib/stats/trend-sensitivity'
import type { CampaignData } from '#lib/stats/two-by-two'
import { weightedMean } from '#lib/stats/weighted-mean'
import { wildClusterBootstrap } from '#lib/stats/wild-cluster-bootstrap'

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

/** `waveOf` gives the position of a wave among all waves of the study; `blocks`: those of the lot. */
export function* outcomeEffect(
  scored: ScoredOutcome,
  role: OutcomeResult['role'],
  waveOf: (wave: StudyWave) => number,
  blocks: StudyInput['blocks'],
): Generator<void, OutcomeResult> {
  const { definition, study, waves } = scored
  const effect = scored.obstacles.length === 0 ? staggeredEffect(study.panel, { level: LEVEL }) : null
  const obstacles = effect || scored.obstacles.length > 0 ? [...scored.obstacles] : [whyNoEffect(study)]
  if (effect && effect.standardError === null) obstacles.push('no_variation')
  const isTold = effect !== null && obstacles.length === 0
  yield
  const randomisation = isTold ? dealAnew(study, effect, blocks) : null
  yield
  const isPrimary = role === 'primary'
  const besides = isPrimary ? yield* beside(scored, isTold) : nothingBeside
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
    ...besides,
    events: isTold ? eventPoints(scored) : [],
    earlier: isTold && isPrimary ? earlierTrends(study, effect) : null,
  }
}

function dealAnew(
  { panel }: StudyPanel,
  { contrast }: StaggeredEffect,
  blocks: StudyInput['blocks'],
): OutcomeResult['randomisation'] {
  const place = new Map(panel.communes.map((id, at) => [id, at]))
  const isInBlocks = blocks.length > 1
  const within = blocks.map((block) => block.flatMap((id) => place.get(id) ?? []))
  const options = isInBlocks ? { level: LEVEL, blocks: within } : { level: LEVEL }
  return { ...staggeredRandomisation(panel, contrast, options), isInBlocks }
}

function earlierTrends({ panel }: StudyPanel, effect: StaggeredEffect): OutcomeResult['earlier'] {
  const found = trendSensitivity(panel, effect, { level: LEVEL })
  if (!found) return null
  const { degreesOfFreedom } = effect
  return {
    placebo: found.earlier.map(({ value, standardError }) => {
      const [low, high] = studentInterval(value, standardError, degreesOfFreedom, LEVEL)
      const { pValue } = studentTest(value, standardError, degreesOfFreedom)
      return { value, low, high, standardError, pValue }
    }),
    robust: found.robust,
    breakdown: Number.isFinite(found.breakdown) ? found.breakdown : null,
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

type Beside = Pick<OutcomeResult, 'naive' | 'groups' | 'sensitivity'>
const nothingBeside: Beside = { naive: null, groups: null, sensitivity: [] }

/** The two-wave readings: what others quote, and the checks. */
function* beside({ study, waves, scores, pair }: ScoredOutcome, isTold: boolean): Generator<void, Beside> {
  if (!pair) return nothingBeside
  const two = [waves[pair.baseline]!, waves[pair.followUp]!]
  const startOf = new Map(study.panel.communes.map((id, at) => [id, study.panel.starts[at]!]))
  const rows = poolRows(two, new Set(startOf.keys()))
  if (!rows) return nothingBeside
  const values = layOut(rows, [scores[pair.baseline]!, scores[pair.followUp]!])
  const isExposed = Float64Array.from(rows.unit, (unit) => {
    const start = startOf.get(unit)!
    return start !== null && start <= pair.followUp ? 1 : 0
  })
  if (!isExposed.includes(1)) return nothingBeside
  const isAfter = Float64Array.from(rows.wave)
  const within = (after: 0 | 1) => isAfter.map((one, row) => (one === after && isExposed[row] === 1 ? 1 : 0))
  const means = ([0, 1] as const).map((after) =>
    weightedMean(rows.design, values, { domain: within(after), level: LEVEL }),
  )
  const naive = effectNumber(difference(rows.design, means[0]!, means[1]!))
  if (!isTold) return { naive: two[0]!.design === 'none' ? null : naive, groups: null, sensitivity: [] }
  yield
  const checks = yield* checkTwoWaves(rows.design, { values, isExposed, isAfter }, rows.unit)
  const { otherBefore, otherAfter, exposedBefore, exposedAfter } = checks.means
  return {
    naive,
    groups: { treatedBefore: exposedBefore, treatedAfter: exposedAfter, otherBefore, otherAfter },
    sensitivity: checks.rows,
  }
}

/** Two waves only, every way of computing the error; all declared beforehand, none chosen. */
function* checkTwoWaves(design: Design, data: CampaignData, communes: readonly string[]) {
  const level = { level: LEVEL }
  const { welch, ...plain } = communeLevelEffect(communeChanges(design, data, communes).changes, LEVEL)
  yield
  const designBased = differenceInDifferences(design, data, level)
  yield
  const robust = clusterRobustEffect(design, data, communes, level)
  const { standardErrorCr2, degreesOfFreedomCr2 } = robust
  const [low, high] = studentInterval(robust.value, standardErrorCr2, degreesOfFreedomCr2, LEVEL)
  const reduced = { low, high, ...studentTest(robust.value, standardErrorCr2, degreesOfFreedomCr2) }
  yield
  const bootstrap = { low: null, high: null, pValue: wildClusterBootstrap(design, data, communes).pValue }
  const row = (
    method: SensitivityRow['method'],
    value: number,
    { low, high, pValue }: Omit<SensitivityRow, 'method' | 'value'>,
  ): SensitivityRow => ({ method, value, low, high, pValue })
  return {
    means: designBased.means,
    rows: [
      row('two_waves', plain.value, plain),
      row('welch', plain.value, welch),
      row('design_based', designBased.effect.value, { ...designBased.effect, pValue: designBased.pValue }),
      row('cluster_robust_cr1', robust.value, robust),
      row('cluster_robust_cr2', robust.value, reduced),
      row('wild_bootstrap', robust.value, bootstrap),
    ],
  }
}

/** The one rule of the page: called a lift when the corrected p-value is below 5 % and the value above zero. */
export function verdictOf(effect: OutcomeResult['effect']): EffectVerdict {
  if (!effect || effect.adjustedP === null) return 'cannot_tell'
  if (effect.adjustedP >= 1 - LEVEL) return 'unclear'
  return effect.value > 0 ? 'lift' : 'drop'
}
