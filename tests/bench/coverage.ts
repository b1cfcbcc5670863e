// Do 95 % intervals hold the truth in 95 % of samples? Fixed seeds, every interval method that exists for the quantity.
// A sample without an interval counts as a miss, so that a method cannot look good by refusing the hard cases.
import { type Scenario, scenarios } from './coverage-designs'
import type { Interval } from './interval-quantities'
import { drawSample, makePopulation, type Population, Random } from './simulated-population'

export const name = 'coverage'

const SAMPLES = 2000
const LEVEL = 0.95
const TARGET = 0.93

interface Tally {
  covered: number
  below: number
  above: number
  widths: number
  given: number
  recommended: number
}

export function run() {
  return scenarios.flatMap((scenario) => {
    const population = makePopulation(scenario)
    const truth = scenario.quantity.truth(population.flat(2))
    return [...tallySamples(scenario, population, truth)].map(([method, tally]) => ({
      design: scenario.label,
      truth: rounded(truth),
      method,
      recommended: tally.recommended > SAMPLES / 2 ? 'yes' : '',
      coverage: rounded(tally.covered / SAMPLES),
      over: rounded(Math.max(0, tally.covered / SAMPLES - LEVEL)),
      'truth below': rounded(tally.below / SAMPLES),
      'truth above': rounded(tally.above / SAMPLES),
      'no interval': rounded(1 - tally.given / SAMPLES),
      'mean width': rounded(tally.widths / tally.given),
      [`at least ${TARGET}`]: tally.covered / SAMPLES >= TARGET ? 'yes' : 'no',
    }))
  })
}

function tallySamples(scenario: Scenario, population: Population, truth: number): Map<string, Tally> {
  const random = new Random(scenario.seed + 500_000)
  const tallies = new Map<string, Tally>()
  for (let sample = 0; sample < SAMPLES; sample++) {
    const drawn = drawSample(scenario, population, random)
    const recommended = scenario.quantity.recommended(drawn)
    for (const [method, interval] of Object.entries(scenario.quantity.intervals(drawn))) {
      const tally = tallies.get(method) ?? {
        covered: 0,
        below: 0,
        above: 0,
        widths: 0,
        given: 0,
        recommended: 0,
      }
      tallies.set(method, tally)
      if (method === recommended) tally.recommended++
      count(tally, interval, truth)
    }
  }
  return tallies
}

function count(tally: Tally, { low, high }: Interval, truth: number): void {
  if (low === null || high === null) return
  tally.given++
  tally.widths += high - low
  if (truth < low) tally.below++
  else if (truth > high) tally.above++
  else tally.covered++
}

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
