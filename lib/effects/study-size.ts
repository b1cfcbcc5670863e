// What a planned study could see, and what it costs: the four figures that every plan states (one commune, all communes, two
// communes, the campaign), and what the lift worth finding asks for. The surprise, which the table of alternatives shows:
// beyond some hundred answers a commune more answers cost much and show little; more communes do.
import {
  type CommunePlan,
  detectableCommuneEffect,
  detectableIncrease,
  respondentsForCommuneEffect,
} from '#lib/stats/detectable-effect'
import { marginForAnswers, yamaneSampleSize } from '#lib/stats/sample-size'

/** Shares are 0..1, money is in VND. */
export type StudySizePlan = {
  communes: number
  /** Communes with the campaign at the last wave that counts. */
  exposed: number
  /** Complete answers per commune and wave. */
  answers: number
  waves: number
  /** The share expected before the campaign. */
  proportion: number
  /** Lift worth finding, a difference of shares. */
  lift: number
  /** icc */
  communeCorrelation: number
  /** cac */
  communeAutocorrelation: number
  /** deff, inside a commune */
  designEffect: number
  responseRate: number
  /** Adults of a commune; null where nobody knows. */
  adults: number | null
  costPerInterview: number
  /** What the campaign itself costs. */
  campaignCost: number
}

export type StudySize = {
  marginOfCommune: number
  marginOfAll: number
  /** null: not even a rise to everybody would be found. */
  betweenTwo: number | null
  campaign: { effect: number; standardError: number; degreesOfFreedom: number }
  /** Answers per commune and wave for the lift wanted; null when no number is enough. */
  answersForLift: number | null
  /** Communes (the same share of them with the campaign) for the lift wanted with these answers; null above 200. */
  communesForLift: number | null
  /** Yamane's number, because guidelines name it; null without the number of adults. */
  yamane: number | null
  /** In all communes and waves. */
  interviews: number
  toApproach: number
  surveyCost: number
  totalCost: number
  alternatives: Alternative[]
}

export type Alternative = { answers: number; marginOfCommune: number; effect: number; surveyCost: number }

const level = 0.95
const power = 0.8
const mostCommunes = 200

/** Throws StatisticsError for numbers outside their range. More answers than adults count as everybody. */
export function studySize(plan: StudySizePlan): StudySize {
  const { communes, proportion, designEffect, adults, lift } = plan
  const people = adults === null ? plan.answers : Math.min(plan.answers, adults)
  const { effect, standardError, degreesOfFreedom } = detectableCommuneEffect(asCommunePlan(plan))
  const interviews = plan.answers * communes * plan.waves
  const surveyCost = interviews * plan.costPerInterview
  return {
    marginOfCommune: marginOf(plan, people, adults),
    marginOfAll: marginOf(plan, people * communes, adults === null ? null : adults * communes),
    betweenTwo: detectableIncrease({ proportion, respondents: [people, people], designEffect, level, power }),
    campaign: { effect, standardError, degreesOfFreedom },
    answersForLift: respondentsForCommuneEffect(asCommunePlan(plan), lift),
    communesForLift: communesFor(plan),
    yamane: adults === null ? null : yamaneSampleSize(adults, 0.05).complete,
    interviews,
    toApproach: Math.ceil(interviews / plan.responseRate - 1e-9),
    surveyCost,
    totalCost: surveyCost + plan.campaignCost,
    alternatives: [100, 200, 400, 800].map((answers) => alternative({ ...plan, answers })),
  }
}

function alternative(plan: StudySizePlan): Alternative {
  const { answers, adults } = plan
  const people = adults === null ? answers : Math.min(answers, adults)
  return {
    answers,
    marginOfCommune: marginOf(plan, people, adults),
    effect: detectableCommuneEffect(asCommunePlan(plan)).effect,
    surveyCost: answers * plan.communes * plan.waves * plan.costPerInterview,
  }
}

const marginOf = ({ proportion, designEffect }: StudySizePlan, answers: number, population: number | null) =>
  marginForAnswers({ answers, proportion, level, population, designEffect })

const asCommunePlan = (plan: StudySizePlan): CommunePlan => ({
  communes: plan.communes,
  exposed: plan.exposed,
  respondents: plan.answers,
  proportion: plan.proportion,
  communeCorrelation: plan.communeCorrelation,
  communeAutocorrelation: plan.communeAutocorrelation,
  designEffectWithin: plan.designEffect,
  level,
  power,
})

function communesFor(plan: StudySizePlan): number | null {
  for (let communes = 4; communes <= mostCommunes; communes++) {
    const exposed = Math.min(communes - 2, Math.max(2, Math.round((communes * plan.exposed) / plan.communes)))
    if (detectableCommuneEffect(asCommunePlan({ ...plan, communes, exposed })).effect <= plan.lift)
      return communes
  }
  return null
}
