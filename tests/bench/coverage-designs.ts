// The populations and samples of the coverage bench: simple, stratified, clustered and unequal ones, rare and common
// answers, few villages, small groups, skewed amounts.
import {
  amount,
  domainDifference,
  domainShare,
  mean,
  type Quantity,
  ratioOfTotals,
  share,
  shareAbove,
  waveChange,
} from './interval-quantities'
import { type PopulationPlan, type StratumPlan, villageShare } from './simulated-population'

export interface Scenario extends PopulationPlan {
  label: string
  quantity: Quantity
}

type MakePerson = PopulationPlan['person']

/** People who say yes with a share that differs between villages; the domain is a share of all people. */
function yesNo(mean: number, correlation: number, domainPart = 0.5): MakePerson {
  return (random, level, stratum) => {
    const chance = villageShare(Math.min(0.999, mean * (1 + 0.04 * (stratum % 2))), correlation, level)
    const value = Number(random.uniform() < chance)
    const isInDomain = random.uniform() < domainPart
    const later = Number(random.uniform() < Math.min(1, chance + 0.05))
    return { value, later, base: 1, isInDomain }
  }
}

/** A waiting time: log-normal, the more skewed the larger the spread. */
function waitingTime(spread: number, villageSpread: number): MakePerson {
  return (random, level) => {
    const value = Math.exp(2 + villageSpread * level + spread * random.normal())
    return { value, later: value, base: 1, isInDomain: true }
  }
}

/** Satisfied items out of valid items, as in a factor of the satisfaction index. */
const itemCounts: MakePerson = (random, level) => {
  const base = 5 - Number(random.uniform() < 0.3) - Number(random.uniform() < 0.1)
  const chance = 1 / (1 + Math.exp(-(0.9 + 0.4 * level + 1.2 * random.normal())))
  const value = Array.from({ length: base }, () => Number(random.uniform() < chance))
  return { value: value.reduce((sum, one) => sum + one, 0), later: 0, base, isInDomain: true }
}

/** Answers 1 to 5, mostly 4, differing between villages. */
const fivePoints: MakePerson = (random, level) => {
  const value = Math.min(5, Math.max(1, Math.round(3.8 + 0.3 * level + random.normal())))
  return { value, later: value, base: 1, isInDomain: true }
}

const people = (count: number, drawn: number): StratumPlan => ({
  villages: count,
  size: [1, 1],
  drawnVillages: drawn,
  drawnPeople: 1,
})
const villages = (count: number, drawn: number, each: number, size: [number, number] = [80, 300]) => ({
  villages: count,
  size,
  drawnVillages: drawn,
  drawnPeople: each,
})
/** One commune as in the pilot: 5 villages in the centre and 7 outside, about 380 people. */
const commune = [villages(100, 5, 32), villages(140, 7, 32)]
const repeat = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item)

type Line = [
  label: string,
  strata: StratumPlan[],
  person: MakePerson,
  quantity: Quantity,
  isUnclustered?: true,
]
const lines: Line[] = [
  ['simple random, n 100, share .5', [people(8000, 100)], yesNo(0.5, 0.01), share, true],
  ['simple random, n 400, share .3', [people(8000, 400)], yesNo(0.3, 0.01), share, true],
  ['simple random, n 100, share .03', [people(8000, 100)], yesNo(0.03, 0.01), share, true],
  ['simple random, n 60, share .95', [people(8000, 60)], yesNo(0.95, 0.01), share, true],
  ['4 strata in proportion, n 200, share .6', repeat(4, people(3000, 50)), yesNo(0.6, 0.01), share, true],
  [
    '3 strata, weights 1 to 8, n 240, share .4',
    [people(1600, 80), people(6400, 80), people(12800, 80)],
    yesNo(0.4, 0.01),
    share,
    true,
  ],
  [
    '3 strata, weights 1 to 8, n 240, share .05',
    [people(1600, 80), people(6400, 80), people(12800, 80)],
    yesNo(0.05, 0.01),
    share,
    true,
  ],
  ['30 clusters of 10, icc .05, share .5', [villages(300, 30, 10)], yesNo(0.5, 0.05), share],
  ['30 clusters of 10, icc .05, share .05', [villages(300, 30, 10)], yesNo(0.05, 0.05), share],
  ['30 clusters, sizes 20 to 600, share .7', [villages(300, 30, 12, [20, 600])], yesNo(0.7, 0.05), share],
  ['commune, 12 villages, icc .05, share .75', commune, yesNo(0.75, 0.05), share],
  ['commune, 12 villages, icc .15, share .75', commune, yesNo(0.75, 0.15), share],
  ['commune, 12 villages, icc .05, share .97', commune, yesNo(0.95, 0.05), share],
  ['commune, 12 villages, icc .05, share .99', commune, yesNo(0.975, 0.05), share],
  ['commune, 12 villages, icc .05, share .01', commune, yesNo(0.01, 0.05), share],
  [
    'few clusters: 3 + 3 villages, share .6',
    [villages(100, 3, 20), villages(100, 3, 20)],
    yesNo(0.6, 0.05),
    share,
  ],
  [
    'few clusters: 2 + 2 villages, share .5',
    [villages(100, 2, 20), villages(100, 2, 20)],
    yesNo(0.5, 0.05),
    share,
  ],
  [
    'few clusters: 2 + 2 villages, share .95',
    [villages(100, 2, 20), villages(100, 2, 20)],
    yesNo(0.93, 0.05),
    share,
  ],
  [
    'district: 9 communes, 18 strata, share .7',
    repeat(9, commune)
      .flat()
      .map((plan) => ({ ...plan, drawnPeople: 12 })),
    yesNo(0.7, 0.05),
    share,
  ],
  ['women in a commune, share .7', commune, yesNo(0.7, 0.05), domainShare],
  ['group of 5 % in a commune, share .6', commune, yesNo(0.6, 0.05, 0.05), domainShare],
  ['mean of a 1-5 answer in a commune', commune, fivePoints, mean],
  ['mean of a 1-5 answer, 3 + 3 villages', [villages(100, 3, 20), villages(100, 3, 20)], fivePoints, mean],
  ['mean waiting time, moderate skew, n 300', [people(9000, 300)], waitingTime(0.8, 0), amount, true],
  ['mean waiting time in a commune', commune, waitingTime(0.8, 0.3), amount],
  ['mean waiting time, heavy skew, n 100', [people(9000, 100)], waitingTime(1.6, 0), amount, true],
  ['same times, share above 30, n 100', [people(9000, 100)], waitingTime(1.6, 0), shareAbove(30), true],
  ['ratio of items, satisfied to valid, in a commune', commune, itemCounts, ratioOfTotals],
  ['difference women - men in a commune', commune, yesNo(0.6, 0.05), domainDifference],
  ['change between two waves in a commune', commune, yesNo(0.6, 0.05), waveChange],
]

export const scenarios: Scenario[] = lines.map(([label, strata, person, quantity, isUnclustered], place) => ({
  label,
  strata,
  person,
  quantity,
  isUnclustered,
  seed: 1000 + place,
}))
scenarios.push({
  label: 'a third of 18 villages drawn, two stages with population sizes',
  strata: [villages(18, 6, 40, [90, 160])],
  person: yesNo(0.6, 0.05),
  quantity: share,
  hasPopulationSizes: true,
  seed: 2000,
})
