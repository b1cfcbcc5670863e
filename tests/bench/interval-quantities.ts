// What the coverage bench estimates: for each kind of quantity its true value in a population, and the intervals of every
// method from one sample.
import { difference } from '#lib/stats/difference'
import type { Estimate } from '#lib/stats/estimate'
import { positiveInterval } from '#lib/stats/positive-interval'
import { proportion } from '#lib/stats/proportion'
import { type ProportionMethod, proportionInterval } from '#lib/stats/proportion-interval'
import { ratio } from '#lib/stats/ratio'
import { recommendedInterval } from '#lib/stats/recommended-interval'
import { weightedMean } from '#lib/stats/weighted-mean'
import type { Person, Sample } from './simulated-population'

export interface Interval {
  low: number | null
  high: number | null
}

export interface Quantity {
  truth(people: Person[]): number
  intervals(sample: Sample): Record<string, Interval>
  /** the method that the interface shows by default in this sample */
  recommended(sample: Sample): string
}

const METHODS: ProportionMethod[] = ['kg_truncated', 'beta', 'logit', 'likelihood', 'wilson', 'asin', 'mean']

const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const values = (people: Person[]) => people.map((person) => person.value)
const recommendShare = () => recommendedInterval({ kind: 'share' })
const recommendScore = () => recommendedInterval({ kind: 'score' })

function shareOf(isCounted: (person: Person) => boolean, answer: (person: Person) => number): Quantity {
  return {
    recommended: recommendShare,
    truth: (people) => average(people.filter(isCounted).map(answer)),
    intervals: ({ people, design }) => {
      const estimate = proportion(design, people.map(answer), { domain: people.map(isCounted) })
      const facts = {
        proportion: Math.min(1, Math.max(0, estimate.value)),
        variance: estimate.standardError! ** 2,
        n: estimate.n,
        degreesOfFreedom: estimate.degreesOfFreedom,
        level: estimate.level,
        assumedDesignEffect: 1.5,
      }
      return Object.fromEntries(METHODS.map((method) => [method, proportionInterval(method, facts)]))
    },
  }
}

export const share = shareOf(
  () => true,
  (person) => person.value,
)
export const domainShare = shareOf(
  (person) => person.isInDomain,
  (person) => person.value,
)
/** The share of people whose amount is above a limit. */
export const shareAbove = (limit: number) =>
  shareOf(
    () => true,
    (person) => Number(person.value > limit),
  )

/** A quantity on a short scale: one estimate, the t interval. */
function score(truth: Quantity['truth'], estimate: (sample: Sample) => Estimate): Quantity {
  return {
    recommended: recommendScore,
    truth,
    intervals: (sample) => {
      const { low, high } = estimate(sample)
      return { t: { low, high } }
    },
  }
}

const meanEstimate = ({ people, design }: Sample) => weightedMean(design, values(people))
export const mean = score((people) => average(values(people)), meanEstimate)

export const amount: Quantity = {
  recommended: ({ people, design }) =>
    recommendedInterval({ kind: 'amount', values: values(people), weights: design.weights }),
  truth: mean.truth,
  intervals: (sample) => ({ ...mean.intervals(sample), log: positiveInterval(meanEstimate(sample)) }),
}

const bases = (people: Person[]) => people.map((person) => person.base)
export const ratioOfTotals = score(
  (people) => average(values(people)) / average(bases(people)),
  ({ people, design }) => ratio(design, values(people), bases(people)),
)

export const domainDifference = score(
  (people) => {
    const inside = people.filter((person) => person.isInDomain)
    const outside = people.filter((person) => !person.isInDomain)
    return average(values(inside)) - average(values(outside))
  },
  ({ people, design }) => {
    const meanIn = (isInDomain: boolean) => {
      const domain = people.map((person) => person.isInDomain === isInDomain)
      return weightedMean(design, values(people), { domain })
    }
    return difference(design, meanIn(false), meanIn(true))
  },
)

/** Change between two waves: the same villages and, to keep it short, the same people answer twice. */
const laterValues = (people: Person[]) => people.map((person) => person.later)
export const waveChange = score(
  (people) => average(laterValues(people)) - average(values(people)),
  ({ people, design }) => {
    return difference(design, weightedMean(design, values(people)), weightedMean(design, laterValues(people)))
  },
)
