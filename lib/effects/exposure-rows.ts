// People who recall the campaign against people who do not, like with like: same commune, age, sex and schooling. An
// association, whatever the numbers: who likes to be informed both hears more and knows more.
import { effectNumber, testedNumber } from '#lib/effects/effect-number'
import { LEVEL } from '#lib/effects/outcome-effect'
import { layOut, type PooledRows, poolRows } from '#lib/effects/pooled-rows'
import type { Recall } from '#lib/effects/reach-rows'
import type { StudyAnswers } from '#lib/effects/study-input'
import type { Dose, ExposureRow } from '#lib/effects/study-result'
import { countChannels, doseResponse } from '#lib/stats/dose-response'
import { sortByCovariates } from '#lib/stats/exposure-cells'
import { compareInCells } from '#lib/stats/exposure-difference'
import type { Coefficient } from '#lib/stats/regression'

const refused = 99
const lowerSecondary = 2

/**
 * Groups of people who are compared with each other, besides their commune: age band and sex as asked, schooling up to lower
 * secondary or beyond. Questions that the form does not have are left out; no answer is a group of its own.
 */
function personGroups({ codes, weight }: StudyAnswers): string[][] {
  const as = (variable: string, name: (code: number) => string) => {
    const column = codes[variable]
    return column ? [Array.from(weight, (_, person) => name(column[person]!))] : []
  }
  const schooling = (code: number) =>
    code < 0 || code === refused ? '?' : code <= lowerSecondary ? 'low' : 'high'
  return [
    ...as('age_band', (code) => String(code < 0 ? refused : code)),
    ...as('sex', (code) => String(code < 0 ? refused : code)),
    ...as('education', schooling),
  ]
}

/** One row for every channel, and one (channel null) for any of them. None: an open survey, or recall was not asked. */
export function* exposureRows(
  recall: Recall,
  outcome: Float64Array,
  minimumAnswers: number,
): Generator<void, ExposureRow[]> {
  const rows = recall.wave.design === 'none' ? null : poolRows([recall.wave], null)
  if (!rows || !recall.prompted) return []
  const covariates = [groupsOfPeople(rows, recall.wave.answers)]
  const score = layOut(rows, [outcome])
  const found: ExposureRow[] = []
  const asked = [{ channel: null, recalls: recall.prompted }, ...recall.channels]
  for (const { channel, recalls } of asked) {
    const isExposed = layOut(rows, [recalls])
    found.push(exposureRow(rows, { channel, score, isExposed, covariates }, minimumAnswers))
    yield
  }
  return found
}

/** Number of the group of people alike, by row: made once for all channels. */
function groupsOfPeople(rows: PooledRows, answers: StudyAnswers): Int32Array {
  const groups = personGroups(answers)
  const known = new Map<string, number>()
  return Int32Array.from(rows.person, (person, row) => {
    const name = [rows.unit[row], ...groups.map((group) => group[person])].join('\u0000')
    const number = known.get(name) ?? known.size
    known.set(name, number)
    return number
  })
}

type Comparison = {
  channel: string | null
  score: Float64Array
  isExposed: Float64Array
  covariates: Int32Array[]
}

function exposureRow(
  { design }: PooledRows,
  { channel, score, isExposed, covariates }: Comparison,
  minimumAnswers: number,
): ExposureRow {
  const count = (wanted: 0 | 1) =>
    isExposed.reduce((sum, one, row) => sum + (one === wanted && !Number.isNaN(score[row]!) ? 1 : 0), 0)
  const [exposedN, otherN] = [count(1), count(0)]
  const nothing = { crude: null, standardised: null, outsideSupport: null, eValue: null }
  if (exposedN < minimumAnswers || otherN < minimumAnswers)
    return { channel, status: 'too_few', exposedN, otherN, ...nothing }
  const cells = sortByCovariates(design, { outcome: score, isExposed, covariates })
  const crude = compareInCells(design, cells, { reading: 'crude', level: LEVEL })
  const standardised = compareInCells(design, cells, { reading: 'standardised', level: LEVEL })
  const numberOf = (one: typeof crude) => effectNumber({ ...one, value: one.difference })
  if (!Number.isFinite(standardised.difference))
    return { channel, status: 'no_common_support', exposedN, otherN, ...nothing, crude: numberOf(crude) }
  return {
    channel,
    status: 'ok',
    exposedN,
    otherN,
    crude: numberOf(crude),
    standardised: testedNumber(numberOf(standardised)),
    outsideSupport: standardised.outsideSupport,
    eValue: standardised.eValue,
  }
}

/** Outcome by the number of channels recalled; doses that too few people have are joined to the one below. */
export function doseOfChannels(recall: Recall, outcome: Float64Array, minimumAnswers: number): Dose | null {
  const rows = recall.wave.design === 'none' ? null : poolRows([recall.wave], null)
  if (!rows || recall.channels.length === 0) return null
  const score = layOut(rows, [outcome])
  const count = countChannels(recall.channels.map(({ recalls }) => layOut(rows, [recalls])))
  const held = count.filter((channels, row) => !Number.isNaN(channels) && !Number.isNaN(score[row]!))
  const most = held.reduce((most, channels) => Math.max(most, channels), 0)
  const atLeast = (dose: number) => held.filter((channels) => channels >= dose).length
  let top = most
  while (top > 0 && atLeast(top) < minimumAnswers) top--
  const joined = count.map((channels) => Math.min(channels, top))
  const { doses, trend } = doseResponse(rows.design, score, joined, { level: LEVEL })
  const isShown = doses.every(({ mean }) => mean.n >= minimumAnswers)
  if (!isShown || doses.length < 2) return null
  return {
    rows: doses.map(({ dose, mean }) => ({
      dose,
      isAndMore: dose === top && most > top,
      mean: effectNumber(mean),
    })),
    trend: trend ? trendNumber(trend, held.length) : null,
  }
}

const trendNumber = ({ value, standardError, low, high, pValue }: Coefficient, n: number) => ({
  ...effectNumber({ value, standardError, low, high, degreesOfFreedom: 0, n }),
  degreesOfFreedom: null,
  pValue,
})
