// A made-up district in which the truth is known, from a seed: what each channel teaches about each area, who hears it, and
// everything that misleads. Older people hear more and know less, campaign communes start lower, everybody learns a little
// from wave to wave, communes and villages have good and bad years. Whoever evaluates it should find the true lift, no more.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { OutcomeDefinition, StudyInput, StudyWave } from '#lib/effects/study-input'

export type SimulatedChannel = {
  code: string
  /** Share that meets it without the campaign, and how many more (of all people) where the campaign runs. */
  before: number
  more: number
  /** How much more often the oldest meet it than the youngest. */
  age: number
  /** What meeting it adds to the chance of a right answer, by area. */
  lift: Record<string, number>
}

export type SimulationPlan = {
  seed: number
  /** Wave (position) with which each commune starts; null: never. One entry per commune. */
  starts: (number | null)[]
  waves: number
  /** Strata per commune, villages drawn per stratum, answers per village and wave. */
  strata: number
  villages: number
  answers: number
  areas: string[]
  channels: SimulatedChannel[]
  /** Part of `more` that is reached in the first, second, … wave since the start; the last one stays. */
  ramp: number[]
  /** What everybody learns from wave to wave, without any campaign. */
  trend: number
  /** How much lower campaign communes start (they were chosen because they are low). */
  chosenLow: number
  /** How much less the oldest know than the youngest. */
  ageGap: number
  /** Standard deviations: of a commune's level, of its good and bad years, of a village's level and of its years. */
  spread: { commune: number; communeWave: number; village: number; villageWave: number }
}

export type SimulatedTruth = {
  /** Lift of all areas together by channel, for a person who met it. */
  channels: Record<string, number>
  /** Effect on a campaign commune by waves since the start; of all areas together. */
  events: number[]
  /** The same by area. */
  areas: Record<string, number[]>
  /** True change of each commune from wave to wave, of all areas together: levels[commune][wave]. */
  levels: number[][]
}

/** Right answers are 1, others 2: codes as in the forms. */
const [right, wrong] = [1, 2]
const ages = [2, 3, 4, 5, 6]
const schooling = [1, 2, 3, 4, 5]

/** A district as the input of studyEffect, and the truth behind it. */
export function simulateDistrict(plan: SimulationPlan): { input: StudyInput; truth: SimulatedTruth } {
  const chance = makeChance(plan.seed)
  const communes = plan.starts.map((start, at) => makeCommune(chance, plan, start, at))
  const waves = Array.from({ length: plan.waves }, (_, wave) => makeWave(chance, plan, communes, wave))
  return { input: inputOf(plan, communes, waves), truth: truthOf(plan, communes) }
}

type Chance = { fraction: () => number; normal: () => number }

function makeChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  const fraction = () => uniformFloat64(generator)
  const normal = () => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())
  return { fraction, normal }
}

type Commune = {
  id: string
  start: number | null
  level: number
  /** Of a commune that meets all channels more often, and knows more besides. */
  hearing: number
  years: number[]
  villages: { stratum: string; code: string; level: number; years: number[] }[]
}

function makeCommune(chance: Chance, plan: SimulationPlan, start: number | null, at: number): Commune {
  const { spread, strata, villages, waves } = plan
  const own = chance.normal()
  const years = (deviation: number) => Array.from({ length: waves }, () => deviation * chance.normal())
  return {
    id: `c${at + 1}`,
    start,
    level: spread.commune * own - (start === null ? 0 : plan.chosenLow),
    hearing: 0.05 * Math.max(-2, Math.min(2, own)),
    years: years(spread.communeWave),
    villages: Array.from({ length: strata * villages }, (_, village) => ({
      stratum: `s${Math.floor(village / villages) + 1}`,
      code: `v${village + 1}`,
      level: spread.village * chance.normal(),
      years: years(spread.villageWave),
    })),
  }
}

function rampAt({ ramp }: SimulationPlan, start: number | null, wave: number): number {
  if (start === null || wave < start) return 0
  return ramp[Math.min(wave - start, ramp.length - 1)]!
}

/** Share of people of a commune that meet a channel, before their age. */
const shareMeeting = (plan: SimulationPlan, channel: SimulatedChannel, commune: Commune, wave: number) =>
  channel.before + commune.hearing + channel.more * rampAt(plan, commune.start, wave)

function makeWave(
  chance: Chance,
  plan: SimulationPlan,
  communes: readonly Commune[],
  wave: number,
): StudyWave {
  const answers: StudyWave['answers'] = {
    unit: [],
    stratum: [],
    cluster: [],
    mode: [],
    weight: [],
    codes: {},
  }
  const codes: Record<string, number[]> = { age_band: [], sex: [], education: [], heard: [], seen_fake: [] }
  for (const area of plan.areas) codes[`know_${area}`] = []
  for (const { code } of plan.channels) codes[`seen_${code}`] = []
  for (const commune of communes) {
    for (const village of commune.villages) {
      for (let person = 0; person < plan.answers; person++) {
        answers.unit.push(commune.id)
        answers.stratum.push(village.stratum)
        answers.cluster.push(village.code)
        answers.mode.push('assisted')
        answers.weight.push(1)
        addPerson(chance, plan, commune, village, wave, codes)
      }
    }
  }
  const month = String(1 + 2 * wave).padStart(2, '0')
  const [first, last] = [`2026-${month}-01`, `2026-${month}-20`]
  return {
    id: `w${wave}`,
    form: 'simulated',
    formVersion: 1,
    first,
    last,
    design: 'clusters',
    answers: { ...answers, codes },
  }
}

function addPerson(
  chance: Chance,
  plan: SimulationPlan,
  commune: Commune,
  village: Commune['villages'][number],
  wave: number,
  codes: Record<string, number[]>,
): void {
  const age = Math.floor(5 * chance.fraction())
  const old = age / 4 - 0.5
  codes.age_band!.push(ages[age]!)
  codes.sex!.push(chance.fraction() < 0.5 ? 1 : 2)
  codes.education!.push(schooling[Math.floor(5 * chance.fraction())]!)
  codes.heard!.push(chance.fraction() < 0.3 ? right : wrong)
  codes.seen_fake!.push(chance.fraction() < 0.04 ? right : wrong)
  const met = plan.channels.map((channel) => {
    const share = shareMeeting(plan, channel, commune, wave) + channel.age * old
    return chance.fraction() < share
  })
  for (const [at, { code }] of plan.channels.entries()) codes[`seen_${code}`]!.push(met[at] ? right : wrong)
  const base =
    0.4 +
    commune.level +
    commune.years[wave]! +
    village.level +
    village.years[wave]! +
    plan.trend * wave -
    plan.ageGap * old
  for (const area of plan.areas) {
    const taught = plan.channels.reduce((sum, { lift }, at) => sum + (met[at] ? (lift[area] ?? 0) : 0), 0)
    codes[`know_${area}`]!.push(chance.fraction() < base + taught ? right : wrong)
  }
}

function truthOf(plan: SimulationPlan, communes: readonly Commune[]): SimulatedTruth {
  const { areas, channels, ramp, trend, waves } = plan
  const mean = (lift: SimulatedChannel['lift']) =>
    areas.reduce((sum, area) => sum + (lift[area] ?? 0), 0) / areas.length
  const events = Array.from({ length: waves }, (_, event) => ramp[Math.min(event, ramp.length - 1)]!)
  const effectOf = (part: (lift: SimulatedChannel['lift']) => number) =>
    events.map((share) => share * channels.reduce((sum, { more, lift }) => sum + more * part(lift), 0))
  return {
    channels: Object.fromEntries(channels.map(({ code, lift }) => [code, mean(lift)])),
    events: effectOf(mean),
    areas: Object.fromEntries(areas.map((area) => [area, effectOf((lift) => lift[area] ?? 0)])),
    levels: communes.map((commune) =>
      Array.from({ length: waves }, (_, wave) => {
        const taught = channels.reduce(
          (sum, channel) => sum + shareMeeting(plan, channel, commune, wave) * mean(channel.lift),
          0,
        )
        return 0.4 + commune.level + commune.years[wave]! + trend * wave + taught
      }),
    ),
  }
}

function inputOf(plan: SimulationPlan, communes: readonly Commune[], waves: StudyWave[]): StudyInput {
  const outcome = (criterion: string, area: string | null, variables: string[]): OutcomeDefinition => ({
    key: `simulated.v1/${criterion}`,
    criterion,
    area,
    form: 'simulated',
    leaves: variables.map((variable) => ({
      variables: [variable],
      points: { [right]: 1, [wrong]: 0 },
      weight: 1 / variables.length,
    })),
  })
  const since = (start: number | null) =>
    start === null ? null : `2026-${String(2 * start).padStart(2, '0')}-10`
  return {
    plan: {
      primary: { index: 'simulated.v1', criterion: 'knowledge' },
      secondary: [],
      areas: plan.areas,
      channels: [],
      comparison: { by: 'rollout' },
      multiplicity: 'holm',
      reach: { unprompted: 'heard', prompted: 'exposure', falseRecall: 'false_recall', codeFrame: null },
      adults: {},
    },
    declaredOn: '2026-01-01',
    isByLot: true,
    blocks: [],
    minimumAnswers: 30,
    communes: communes.map(({ id, start }) => ({ id, since: since(start), adults: 5000 })),
    waves,
    primary: outcome(
      'knowledge',
      null,
      plan.areas.map((area) => `know_${area}`),
    ),
    secondary: [],
    areas: plan.areas.map((area) => outcome(area, area, [`know_${area}`])),
    reach: {
      unprompted: outcome('heard', null, ['heard']),
      prompted: plan.channels.map(({ code }) => ({
        channel: code,
        outcome: outcome(`seen_${code}`, null, [`seen_${code}`]),
      })),
      falseRecall: outcome('false_recall', null, ['seen_fake']),
      named: [],
      notAssigned: null,
    },
    office: 'district',
    costs: communes.flatMap(({ id, start }) =>
      start === null
        ? []
        : plan.channels.map(({ code }) => ({ unit: id, channel: code, cost: 2_000_000, day: since(start)! })),
    ),
  }
}
