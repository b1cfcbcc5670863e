// Everything the effect page shows, as numbers and codes without a word; sentences are in effect-words. Shares and points are
// between 0 and 1 (0.08 = 8 points of 100), money is in VND, p-values are two-sided. null always means: no number, and the
// codes beside it say why.
import type { EffectAssumption } from '#lib/stats/effect-warnings'

/** The data cannot tell: no number is given. */
export type EffectObstacle =
  | 'no_waves'
  | 'one_wave'
  | 'no_baseline'
  | 'no_follow_up'
  | 'nobody_treated'
  | 'everybody_treated'
  | 'too_few_communes'
  | 'too_few_answers'
  | 'convenience_sample'
  | 'different_forms'
  | 'no_variation'

/** A number is given, with care. */
export type EffectCaution =
  | 'declared_late'
  | 'not_declared'
  | 'mode_changed'
  | 'form_changed'
  | 'villages_changed'
  | 'commune_left_out'
  | 'started_during_wave'
  | 'treated_before_baseline'
  | 'significance_unreachable'
  | 'few_treated_communes'
  | 'no_earlier_wave'
  | 'earlier_waves_differ'
  | 'false_recall_high'

export type EffectVerdict = 'lift' | 'drop' | 'unclear' | 'cannot_tell'

/** An estimate with its interval; low and high are null where there is none. */
export type EffectNumber = {
  value: number
  low: number | null
  high: number | null
  standardError: number | null
  degreesOfFreedom: number | null
  n: number
}

export type TestedNumber = EffectNumber & {
  pValue: number | null
  /** Corrected within its family (see families). */
  adjustedP: number | null
}

export type StudyWaveLine = {
  id: string
  form: string
  first: string
  last: string
  design: 'none' | 'clusters' | 'people'
  n: number
}

export type StudyCommuneLine = {
  id: string
  since: string | null
  /** Position of the first wave (of the primary outcome) that counts as treated; null: none. */
  start: number | null
  role: 'treated' | 'comparison' | 'left_out'
  leftOutFor: 'too_few_answers' | 'treated_before_baseline' | null
  /** Mean of the primary outcome by wave; null: too few answers. */
  means: (number | null)[]
  n: number[]
}

/** One bar of the event-study picture: waves since the start (0 = first wave after it; below 0: before). */
export type EventPoint = EffectNumber & {
  event: number
  pValue: number | null
  /** Starting groups and communes behind it. */
  treated: number
  comparison: number
}

export type SensitivityRow = {
  method:
    | 'two_waves'
    | 'welch'
    | 'design_based'
    | 'cluster_robust_cr1'
    | 'cluster_robust_cr2'
    | 'wild_bootstrap'
  value: number
  low: number | null
  high: number | null
  pValue: number | null
}

/** What the waves before the start tell about the one assumption that cannot be tested. */
export type EarlierTrends = {
  /** Placebo: difference of the groups' changes between two waves before the start, the last pair first. */
  placebo: (Pick<EffectNumber, 'value' | 'low' | 'high' | 'standardError'> & { pValue: number | null })[]
  /** Interval of the effect if trends part afterwards, from wave to wave, up to so many times the largest difference before. */
  robust: { times: number; low: number; high: number }[]
  /** The interval holds no zero up to this multiple; 0: it does anyway; null: whatever the multiple. */
  breakdown: number | null
}

export type OutcomeResult = {
  key: string
  criterion: string | null
  area: string | null
  role: 'primary' | 'secondary' | 'area'
  /** Positions in `waves`, oldest first. */
  waves: number[]
  obstacles: EffectObstacle[]
  /** The effect; null with obstacles. For the primary outcome adjustedP equals pValue: one declared test. */
  effect: (TestedNumber & { treatedCommunes: number; comparisonCommunes: number; periods: number }) | null
  verdict: EffectVerdict
  randomisation: {
    pValue: number
    low: number | null
    high: number | null
    assignments: number
    smallestPValue: number
    /** Dealt anew within the matched blocks of the lot only. */
    isInBlocks: boolean
  } | null
  /** What people usually quote: treated communes after minus before, without any comparison. Shown as a warning. */
  naive: EffectNumber | null
  /** Change of all treated and all comparison communes between the two waves of the sensitivity rows, each commune once. */
  groups: { treatedBefore: number; treatedAfter: number; otherBefore: number; otherAfter: number } | null
  sensitivity: SensitivityRow[]
  events: EventPoint[]
  /** null: a single wave before the start, or not the primary outcome. */
  earlier: EarlierTrends | null
}

/** One tile: a commune (or null = all) in one area (or null = all areas together). */
export type EffectTile = {
  unit: string | null
  area: string | null
  status: 'ok' | 'too_few' | 'no_design'
  before: EffectNumber | null
  after: EffectNumber | null
  change: TestedNumber | null
}

/** Recall in the follow-up wave; unit null = all communes, `treated`/`other` for the two groups. */
export type ReachRow = {
  unit: string | null
  group: 'unit' | 'all' | 'treated' | 'other'
  status: 'ok' | 'too_few' | 'no_design'
  /** Came across something about the reform, without help. */
  unprompted: EffectNumber | null
  /** Recalls at least one channel of the campaign from the list. */
  prompted: EffectNumber | null
  /** "Recalls" a channel that does not exist. */
  falseRecall: EffectNumber | null
  /** Names at least one channel of the campaign in own words, before any was read out. */
  named: EffectNumber | null
  /** Came across something, but the words name no channel at all: how incomplete the coding is. */
  notAssigned: EffectNumber | null
  /** Share that recalls a channel from the list, and that names it in own words. */
  channels: { channel: string; share: EffectNumber | null; named: EffectNumber | null }[]
}

export type OtherOutcomeRow = {
  unit: string | null
  key: string
  status: EffectTile['status']
  before: EffectNumber | null
  after: EffectNumber | null
  change: EffectNumber | null
}

/** People who recall a channel against people who do not: an association, never an effect. channel null: any of them. */
export type ExposureRow = {
  channel: string | null
  status: 'ok' | 'too_few' | 'no_common_support'
  exposedN: number
  otherN: number
  crude: EffectNumber | null
  standardised: TestedNumber | null
  outsideSupport: number | null
  eValue: number | null
}

export type DoseRow = { dose: number; isAndMore: boolean; mean: EffectNumber }
export type Dose = { rows: DoseRow[]; trend: (EffectNumber & { pValue: number | null }) | null }

/** `isUnbounded`: the interval of the lift holds 0, so no cost is too high to be ruled out. */
export type MoneyNumber = {
  value: number | null
  low: number | null
  high: number | null
  isUnbounded: boolean
}
export type MoneyRow = {
  channel: string | null
  cost: number
  /** In the treated communes: names it unprompted, recalls it prompted. */
  named: EffectNumber | null
  prompted: EffectNumber | null
  peopleReached: EffectNumber | null
  costPerPerson: MoneyNumber | null
}
export type Money = {
  rows: MoneyRow[]
  total: number
  /** Part of the total that the office spent itself; it counts in full, because nothing says for which communes. */
  byOffice: number
  /** Activities of the campaign in the time that counts, and those among them without a cost. */
  activities: number
  withoutCost: number
  /** VND for one point (of 100) of the primary outcome in the treated communes. */
  perPoint: MoneyNumber | null
  isPopulationKnown: boolean
}

export type TestFamily = {
  family: 'primary' | 'secondary' | 'tiles' | 'channels'
  size: number
  correction: 'none' | 'holm' | 'bh'
}

export type StudyResult = {
  estimator: 'group_time_commune'
  level: number
  declaration: 'before_follow_up' | 'late' | 'none'
  isByLot: boolean
  waves: StudyWaveLine[]
  /** Positions in `waves` of the two waves that tiles and sensitivity rows compare; null where there are none. */
  baseline: number | null
  followUp: number | null
  communes: StudyCommuneLine[]
  verdict: EffectVerdict
  primary: OutcomeResult
  secondary: OutcomeResult[]
  areas: OutcomeResult[]
  tiles: EffectTile[]
  reach: ReachRow[]
  /** The frame that coded what people wrote; null: nothing was coded. */
  codeFrame: string | null
  /** Satisfaction and the other declared outcomes per commune, kept apart. */
  others: OtherOutcomeRow[]
  exposure: ExposureRow[]
  dose: Dose | null
  money: Money
  families: TestFamily[]
  obstacles: EffectObstacle[]
  cautions: EffectCaution[]
  assumptions: EffectAssumption[]
}
