// The whole answer to "did the campaign work?" for one study: pure, from answers and start dates to the numbers and codes of
// the effect page. The order is fixed: the declared outcome by the declared comparison, then everything else as a check.

import { effectMoney } from '#lib/effects/effect-money'
import { correctFamily } from '#lib/effects/effect-number'
import { readUnit } from '#lib/effects/effect-tiles'
import { doseOfChannels, exposureRows } from '#lib/effects/exposure-rows'
import {
  LEVEL,
  outcomeEffect,
  type ScoredOutcome,
  scoreOutcome,
  verdictOf,
} from '#lib/effects/outcome-effect'
import { type ReachGroup, reachRow, recallIn } from '#lib/effects/reach-rows'
import { declarationOf, studyCautions } from '#lib/effects/study-cautions'
import type { OutcomeDefinition, StudyInput, StudyWave } from '#lib/effects/study-input'
import type { OutcomeResult, StudyResult } from '#lib/effects/study-result'
import { allEffectAssumptions } from '#lib/stats/effect-warnings'

/**
 * Everything the effect page shows of a study; see study-result.
 *
 * Grows with (outcomes + channels) x answers, plus clusters x answers for every channel (jackknife).
 */
export function studyEffect(input: StudyInput): StudyResult {
  const steps = studyEffectInSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, of which the longest takes as long as one outcome of all communes; whoever runs them may rest between. */
export function* studyEffectInSteps(input: StudyInput): Generator<void, StudyResult> {
  const waves = [...input.waves].sort((a, b) => (a.first < b.first ? -1 : 1))
  const waveOf = (wave: StudyWave) => waves.indexOf(wave)
  const scoreAll = function* (definitions: readonly OutcomeDefinition[]) {
    const scored: ScoredOutcome[] = []
    for (const definition of definitions) {
      scored.push(scoreOutcome(definition, input))
      yield
    }
    return scored
  }
  const [primary] = yield* scoreAll([input.primary])
  const scored = {
    primary: primary!,
    secondary: yield* scoreAll(input.secondary),
    areas: yield* scoreAll(input.areas),
  }
  const evaluate = function* (outcomes: readonly ScoredOutcome[], role: OutcomeResult['role']) {
    const results: OutcomeResult[] = []
    for (const one of outcomes) {
      results.push(yield* outcomeEffect(one, role, waveOf, input.blocks))
      yield
    }
    return results
  }
  const [declared] = yield* evaluate([scored.primary], 'primary')
  const effects = correctEffects(
    {
      primary: declared!,
      secondary: yield* evaluate(scored.secondary, 'secondary'),
      areas: yield* evaluate(scored.areas, 'area'),
    },
    input.plan.multiplicity,
  )
  const { pair } = scored.primary
  const people = pair ? yield* peopleOf(input, scored.primary, effects.primary) : nobody(input)
  const tiles: StudyResult['tiles'] = []
  const others: StudyResult['others'] = []
  const read = { tiles: [scored.primary, ...scored.areas], others: scored.secondary }
  for (const unit of [...input.communes.map(({ id }) => id), null]) {
    const own = yield* readUnit(read, unit, input.minimumAnswers)
    tiles.push(...own.tiles)
    others.push(...own.others)
  }
  const tileTests = tiles.flatMap(({ change }) => change ?? [])
  const channelTests = people.exposure.flatMap(({ standardised }) => standardised ?? [])
  const { multiplicity } = input.plan
  return {
    estimator: 'group_time_commune',
    level: LEVEL,
    declaration: declarationOf(input, scored.primary),
    isByLot: input.isByLot,
    waves: waves.map(({ id, form, first, last, design, answers }) => {
      return { id, form, first, last, design, n: answers.weight.length }
    }),
    baseline: pair ? waveOf(scored.primary.waves[pair.baseline]!) : null,
    followUp: pair ? waveOf(scored.primary.waves[pair.followUp]!) : null,
    communes: scored.primary.study.lines,
    verdict: effects.primary.verdict,
    primary: effects.primary,
    secondary: effects.secondary,
    areas: effects.areas,
    tiles,
    others,
    ...people,
    families: [
      { family: 'primary', size: effects.primary.effect ? 1 : 0, correction: 'none' },
      { family: 'secondary', size: effects.tests, correction: multiplicity },
      { family: 'tiles', size: correctFamily(tileTests, multiplicity), correction: multiplicity },
      { family: 'channels', size: correctFamily(channelTests, multiplicity), correction: multiplicity },
    ],
    obstacles: effects.primary.obstacles,
    cautions: studyCautions(input, scored.primary, effects.primary, people.reach),
    // drawn by lot: the communes were not chosen for standing low
    assumptions: allEffectAssumptions.filter((one) => one !== 'not_drawn_by_lot' || !input.isByLot),
  }
}

type Effects = { primary: OutcomeResult; secondary: OutcomeResult[]; areas: OutcomeResult[] }

/** One declared test stands alone; all others are one family. */
function correctEffects(effects: Effects, correction: 'holm' | 'bh'): Effects & { tests: number } {
  if (effects.primary.effect) effects.primary.effect.adjustedP = effects.primary.effect.pValue
  const others = [...effects.secondary, ...effects.areas]
  const tests = correctFamily(
    others.flatMap(({ effect }) => effect ?? []),
    correction,
  )
  for (const one of [effects.primary, ...others]) one.verdict = verdictOf(one.effect)
  return { ...effects, tests }
}

type People = Pick<StudyResult, 'reach' | 'codeFrame' | 'exposure' | 'dose' | 'money'>

const nobody = (input: StudyInput): People => ({
  reach: [],
  codeFrame: null,
  exposure: [],
  dose: null,
  money: effectMoney(input, { after: '', upTo: '' }, null, new Set(), null),
})

/** What people of the follow-up wave say they came across, and how they differ. */
function* peopleOf(
  input: StudyInput,
  { waves, scores, study, pair }: ScoredOutcome,
  primary: OutcomeResult,
): Generator<void, People> {
  const { baseline, followUp } = pair!
  const days = { after: waves[baseline]!.first, upTo: waves[followUp]!.last }
  const recall = recallIn(waves[followUp]!, input)
  const groups = new Map(study.lines.map(({ id, start }) => [id, start !== null && start <= followUp]))
  const members = (isTreated?: boolean) =>
    new Set([...groups].flatMap(([id, own]) => (isTreated === undefined || own === isTreated ? [id] : [])))
  const treatedUnits = members(true)
  const wanted: ReachGroup[] = [
    ...[...groups.keys()].map((unit) => ({ unit, group: 'unit' as const, units: new Set([unit]) })),
    { unit: null, group: 'all', units: members() },
    { unit: null, group: 'treated', units: treatedUnits },
    { unit: null, group: 'other', units: members(false) },
  ]
  const reach: StudyResult['reach'] = []
  for (const group of wanted) {
    reach.push(reachRow(recall, group, input.minimumAnswers))
    yield
  }
  const treated = reach.find(({ group }) => group === 'treated') ?? null
  return {
    reach,
    codeFrame: recall.notAssigned ? input.plan.reach.codeFrame : null,
    exposure: yield* exposureRows(recall, scores[followUp]!, input.minimumAnswers),
    dose: doseOfChannels(recall, scores[followUp]!, input.minimumAnswers),
    money: effectMoney(input, days, treated, treatedUnits, primary.effect),
  }
}
