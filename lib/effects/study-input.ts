// What the effect of a campaign is computed from: answers of every wave as columns, who was treated since when, and how
// answers become points. Plain values only; lib/flows makes them from the database, a simulation makes them from a seed.
import type { StudyPlan } from '#lib/effects/study-plan'

/** Answers of one wave, one entry per person in every column. */
export type StudyAnswers = {
  unit: string[]
  stratum: string[]
  /** Drawn village; of drawn people a "village" of one; '' without a sample. */
  cluster: string[]
  mode: string[]
  weight: number[]
  /** Of drawn people: people in the stratum, null where it is not known; absent: no correction for a finite population. */
  population?: (number | null)[]
  /** Variable -> code of the answer; below 0: no value. */
  codes: Record<string, ArrayLike<number>>
}

export type StudyWave = {
  id: string
  /** Slug and version of the form. */
  form: string
  formVersion: number
  /** First and last day of the field work, yyyy-mm-dd. */
  first: string
  last: string
  /** `clusters`: drawn villages; `people`: drawn people, whose strata may span communes. */
  design: 'none' | 'clusters' | 'people'
  answers: StudyAnswers
}

/** One question or battery: points between 0 and 1 for each code, null for no opinion. */
export type OutcomeLeaf = { variables: string[]; points: Record<string, number | null>; weight: number }

export type OutcomeDefinition = {
  /** See outcomeKey. */
  key: string
  criterion: string | null
  area: string | null
  /** Slug of the form whose answers it reads. */
  form: string
  leaves: OutcomeLeaf[]
}

export type StudyCommune = {
  id: string
  /** Day since which the campaign runs, yyyy-mm-dd; null: never so far. */
  since: string | null
  /** Adults living there; null: not known. */
  adults: number | null
}

/** What an activity of a commune, or of the office above it, cost (VND; 0: nothing was entered), and the day on which it ended. */
export type ChannelCost = { unit: string; channel: string; cost: number; day: string }

export type StudyInput = {
  plan: StudyPlan
  /** Day of declaration; null: a draft. */
  declaredOn: string | null
  /** Communes were drawn by lot for their start. */
  isByLot: boolean
  /** Communes alike among which the lot was drawn (matched pairs); empty: among all of them together. */
  blocks: string[][]
  /** Fewer answers of a commune in a wave than this: no number. */
  minimumAnswers: number
  communes: StudyCommune[]
  /** All waves of the study, in any order; those of several forms may be mixed. */
  waves: StudyWave[]
  primary: OutcomeDefinition
  secondary: OutcomeDefinition[]
  /** The primary outcome by area. */
  areas: OutcomeDefinition[]
  reach: {
    unprompted: OutcomeDefinition | null
    prompted: { channel: string; outcome: OutcomeDefinition }[]
    falseRecall: OutcomeDefinition | null
    /** Channels that people's own words name (see unprompted-recall), and who names none; empty and null: not coded. */
    named: { channel: string; outcome: OutcomeDefinition }[]
    notAssigned: OutcomeDefinition | null
  }
  /** The office whose campaign it is; what it spent itself counts beside what the communes spent. */
  office: string
  /** Activities of the campaign; those that ended between the two compared waves count. */
  costs: ChannelCost[]
}
