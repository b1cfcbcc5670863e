// Mean, proportion and ratio of 25 items in 1,000 communes from a million answers: from rows, from stored moments, and
// a slice of the same by R's survey package where R is installed (it would need hours for all of it).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { MomentColumn } from '#lib/stats/collect-moments'
import { type Design, makeDesign } from '#lib/stats/design'
import { designMoments } from '#lib/stats/design-moments'
import { type MomentEstimate, momentMean, momentProportion, momentRatio } from '#lib/stats/moment-estimate'
import type { MomentSample } from '#lib/stats/moment-sample'

export const name = 'stats'

const COMMUNES = 1000
const VILLAGES = 10
const RESPONDENTS = 100
const ITEMS = 25
const DONT_KNOW = 8
/** communes that R estimates */
const SLICE = 10

export function run() {
  const survey = makeSurvey()
  const [design, building] = timed(() => designOf(survey))
  const [sample, collecting] = timed(() => designMoments(design, columnsOf(survey), survey.commune))
  const [estimates, estimating] = timed(() => estimateAll(sample))
  const count = estimates.length
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const fromR = estimateInR(survey, estimates)
  const row = (from: string, estimates: number, seconds: number) => ({
    from,
    estimates,
    seconds: Number(seconds.toFixed(2)),
    'microseconds each': Math.round((seconds / estimates) * 1e6),
    'times faster than R': fromR && Math.round(fromR.secondsPerEstimate / (seconds / estimates)),
    'largest difference from R': fromR && Number(fromR.difference.toExponential(1)),
    'peak memory, MB': peak,
  })
  return [
    row('rows (design, moments, estimates)', count, building + collecting + estimating),
    row('moments', count, estimating),
    ...(fromR ? [row('R survey, a slice', fromR.count, fromR.secondsPerEstimate * fromR.count)] : []),
  ]
}

interface Survey {
  commune: Int32Array
  village: Int32Array
  weight: Float64Array
  size: Uint8Array
  /** answers 1..5, 8 = don't know, one array per item */
  items: Uint8Array[]
}

function makeSurvey(): Survey {
  const rows = COMMUNES * VILLAGES * RESPONDENTS
  const random = xoroshiro128plus(20_250_701)
  const mood = Float64Array.from({ length: COMMUNES * VILLAGES }, () => uniformInt(random, -100, 100) / 100)
  const village = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / RESPONDENTS))
  const answer = (row: number) => {
    if (uniformInt(random, 1, 20) === 1) return DONT_KNOW
    const score = uniformInt(random, 100, 599) / 100 + mood[village[row]!]!
    return Math.min(5, Math.max(1, Math.floor(score)))
  }
  return {
    commune: village.map((one) => Math.floor(one / VILLAGES)),
    village,
    weight: Float64Array.from(village, () => uniformInt(random, 100, 900) / 10),
    size: Uint8Array.from(village, () => uniformInt(random, 1, 6)),
    items: Array.from({ length: ITEMS }, () => Uint8Array.from({ length: rows }, (_, row) => answer(row))),
  }
}

function designOf({ weight, commune, village }: Survey): Design {
  return makeDesign({ weights: weight, strata: commune, clusters: [village] })
}

function columnsOf({ items, size }: Survey): MomentColumn[] {
  return items.flatMap((item, place) => {
    const whenValid = (value: (row: number) => number) => (row: number) =>
      item[row] === DONT_KNOW ? Number.NaN : value(row)
    return [
      { name: `score ${place}`, values: whenValid((row) => item[row]!) },
      { name: `valid ${place}`, values: whenValid(() => 1) },
      { name: `satisfied ${place}`, values: whenValid((row) => (item[row]! >= 4 ? 1 : 0)) },
      { name: `size ${place}`, values: whenValid((row) => size[row]!) },
    ]
  })
}

function estimateAll(sample: MomentSample): MomentEstimate[] {
  const estimates: MomentEstimate[] = []
  for (let commune = 0; commune < COMMUNES; commune++) {
    const domain = String(commune)
    for (let item = 0; item < ITEMS; item++) {
      const valid = `valid ${item}`
      estimates.push(
        momentMean(sample, { domain, column: `score ${item}`, valid }),
        momentProportion(sample, { domain, chosen: `satisfied ${item}`, among: valid }),
        momentRatio(sample, {
          domain,
          numerator: `score ${item}`,
          denominator: `size ${item}`,
          respondents: [valid],
        }),
      )
    }
  }
  return estimates
}

/** Mean, proportion and ratio of the first item in the first communes of the whole file, by R. */
function estimateInR({ commune, village, weight, size, items }: Survey, estimates: MomentEstimate[]) {
  if (!hasSurveyPackage()) return null
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const lines = Array.from(
      commune,
      (one, row) => `${one},${village[row]},${weight[row]},${size[row]},${items[0]![row]}`,
    )
    writeFileSync(join(folder, 'rows.csv'), `commune,village,weight,size,item\n${lines.join('\n')}\n`)
    const output = execFileSync('Rscript', ['-e', PROGRAM, folder, String(SLICE)], { encoding: 'utf8' })
    const [seconds, ...errors] = output.trim().split(/\s+/).map(Number)
    const ours = Array.from({ length: SLICE }, (_, place) =>
      [0, 1, 2].map((kind) => estimates[place * ITEMS * 3 + kind]!),
    )
    const differences = ours
      .flat()
      .map((estimate, place) => Math.abs(estimate.standardError! / errors[place]! - 1))
    return {
      count: errors.length,
      secondsPerEstimate: seconds! / errors.length,
      difference: Math.max(...differences),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const PROGRAM = `
suppressMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(file.path(arguments[1], "rows.csv"))
rows$satisfied <- as.numeric(rows$item >= 4)
begin <- proc.time()[["elapsed"]]
design <- svydesign(ids = ~village, strata = ~commune, weights = ~weight, data = rows)
errors <- sapply(0:(as.integer(arguments[2]) - 1), function(one) {
  domain <- subset(design, commune == one & item != 8)
  c(SE(svymean(~item, domain)), SE(svymean(~satisfied, domain)), SE(svyratio(~item, ~size, domain)))
})
cat(proc.time()[["elapsed"]] - begin, format(as.vector(errors), digits = 15))
`

function hasSurveyPackage(): boolean {
  try {
    execFileSync('Rscript', ['-e', 'library(survey)'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function timed<T>(action: () => T): [T, number] {
  const start = performance.now()
  const result = action()
  return [result, (performance.now() - start) / 1000]
}
