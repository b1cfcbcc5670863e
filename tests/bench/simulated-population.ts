// Made-up populations of people in villages in strata, and samples from them: the truth is known, so that intervals can
// be checked against it. Everything follows from one seed.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type Design, makeDesign } from '#lib/stats/design'
import { betaQuantile, normalQuantile } from '#lib/stats/distributions'

export interface Person {
  /** the answer, 0/1 or a number; at the second wave in `later` */
  value: number
  later: number
  /** denominator of a ratio */
  base: number
  isInDomain: boolean
}

/** How one stratum is built and sampled. */
export interface StratumPlan {
  villages: number
  /** people in a village, from the smallest to the largest */
  size: [number, number]
  drawnVillages: number
  drawnPeople: number
}

export interface PopulationPlan {
  seed: number
  strata: StratumPlan[]
  /** one person of a village, whose level is a standard normal number shared by its people */
  person(random: Random, villageLevel: number, stratum: number): Person
  /** true: every person is a cluster of its own (the sample is not by village) */
  isUnclustered?: boolean
  /** true: population sizes are given to the design */
  hasPopulationSizes?: boolean
}

export class Random {
  private readonly generator
  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed)
  }
  /** between 0 and 1, both excluded */
  uniform(): number {
    return Math.max(uniformFloat64(this.generator), 1e-15)
  }
  normal(): number {
    return normalQuantile(this.uniform())
  }
  /** `count` different whole numbers below `size` */
  choose(size: number, count: number): number[] {
    const numbers = Array.from({ length: size }, (_, place) => place)
    for (let place = 0; place < count; place++) {
      const other = place + Math.floor(this.uniform() * (size - place))
      ;[numbers[place], numbers[other]] = [numbers[other]!, numbers[place]!]
    }
    return numbers.slice(0, count)
  }
}

/** villages of strata, people of villages */
export type Population = Person[][][]

export function makePopulation(plan: PopulationPlan): Population {
  const random = new Random(plan.seed)
  return plan.strata.map(({ villages, size: [smallest, largest] }, stratum) =>
    Array.from({ length: villages }, () => {
      const level = random.normal()
      const size = Math.round(smallest + random.uniform() * (largest - smallest))
      return Array.from({ length: size }, () => plan.person(random, level, stratum))
    }),
  )
}

export interface Sample {
  people: Person[]
  design: Design
}

/** Villages by simple random sampling in each stratum, people by simple random sampling in each village. */
export function drawSample(plan: PopulationPlan, population: Population, random: Random): Sample {
  const people: Person[] = []
  const columns = {
    weights: [] as number[],
    strata: [] as number[],
    villages: [] as number[],
    ids: [] as number[],
  }
  const sizes = { villages: [] as number[], people: [] as number[] }
  population.forEach((villages, stratum) => {
    const { drawnVillages, drawnPeople } = plan.strata[stratum]!
    for (const village of random.choose(villages.length, drawnVillages)) {
      const members = villages[village]!
      const count = Math.min(drawnPeople, members.length)
      for (const member of random.choose(members.length, count)) {
        people.push(members[member]!)
        columns.weights.push((villages.length / drawnVillages) * (members.length / count))
        columns.strata.push(stratum)
        columns.villages.push(stratum * 1_000_000 + village)
        columns.ids.push(member)
        sizes.villages.push(villages.length)
        sizes.people.push(members.length)
      }
    }
  })
  const clusters = plan.hasPopulationSizes ? [columns.villages, columns.ids] : [columns.villages]
  const design = makeDesign({
    weights: columns.weights,
    strata: columns.strata,
    clusters: plan.isUnclustered ? null : clusters,
    populationSizes: plan.hasPopulationSizes ? [sizes.villages, sizes.people] : null,
  })
  return { people, design }
}

/** The share in a village with a given level: beta distributed with a mean and a correlation inside villages. */
export function villageShare(mean: number, correlation: number, level: number): number {
  const scale = (1 - correlation) / correlation
  return betaQuantile(normalShare(level), mean * scale, (1 - mean) * scale)
}

function normalShare(level: number): number {
  // Logistic approximation is enough here: only the spread between villages matters, the truth is counted afterwards.
  return 1 / (1 + Math.exp(-1.702 * level))
}
