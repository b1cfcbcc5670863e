// An index of a hundred criteria for every commune of the country: scored, placed among the units where the criterion says
// so, and ranked with 1,000 bootstrap replicates for the sets of ranks. Half of the criteria are answers, half are figures.
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { Cell } from '#lib/scoring/cell'
import { rankUnits } from '#lib/scoring/rank-units'
import { makeSample, type Tally } from '#lib/scoring/sample'
import { scoreCells } from '#lib/scoring/score-cells'
import { relativeColumns, scoreUnits } from '#lib/scoring/score-units'
import { tallyLayout } from '#lib/scoring/tally-layout'
import type { Variable } from '#lib/surveys/variable'
import { byThemselves } from '../support/made-up-survey'

export const name = 'country'

const COMMUNES = 3321
const VILLAGES = 6
const PEOPLE = 20
const QUESTIONS = 50
const FIGURES = 50

const text = (vi: string) => ({ vi, en: vi })
const random = xoroshiro128plus(3321)

export function run() {
  const units = Array.from({ length: COMMUNES }, (_, at) => `commune-${at}`)
  const input = {
    index: makeIndex(),
    samples: new Map([['f', makeAnswers(units)]]),
    entered: makeFigures(units),
  }
  const [columns, placing] = timed(() => relativeColumns(input, units))
  const [cells, scoring] = timed(() => units.flatMap((unit) => cellsOf(unit, { ...input, columns })))
  const whole = cells.filter(({ criterion }) => criterion === 'country')
  const [ranks, ranking] = timed(() => rankUnits(whole))
  const width = ranks.reduce((sum, { lower, upper }) => sum + upper - lower + 1, 0) / ranks.length
  const row = (step: string, count: number, seconds: number) => ({
    step,
    count,
    seconds: Number(seconds.toFixed(2)),
    'mean width of a set': step.startsWith('rank') ? Math.round(width) : null,
    'peak memory, MB': Math.round(process.resourceUsage().maxRSS / 1024),
  })
  return [
    row('cells with intervals, scales among the units', cells.length, placing + scoring),
    row('rank sets, 1,000 replicates', ranks.length, ranking),
  ]
}

function cellsOf(unit: string, input: Parameters<typeof scoreUnits>[0]): Cell[] {
  const root = scoreUnits(input, unit, new Set([unit]))
  return scoreCells(root, { index: input.index, unit, period: 'p', source: 's', entry: 'drawn' })
}

/** Ten areas of ten criteria; a quarter of the figures are placed among the units, with outliers treated. */
function makeIndex(): IndexFile {
  const leaf = (at: number): Criterion => {
    const head = { code: `c${at}`, name: text(`c${at}`), max: 1 }
    if (at < QUESTIONS)
      return {
        ...head,
        source: { form: 'f', variables: [`q${at}`], points: { 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1 } },
      }
    if (at % 4 !== 0) return { ...head, source: { entered: { max: 100 } } }
    return {
      ...head,
      treat: { first: 'winsorise', second: 'log_CT' },
      normalise: { method: 'min-max', to: [1, 10] },
      source: { entered: { rule: { kind: 'figure' } } },
    }
  }
  return {
    $schema: '',
    slug: 'country',
    version: 1,
    title: text('Cả nước'),
    method: text('Cộng điểm'),
    scale: { min: 0, max: 100, unit: text('điểm') },
    minimum: { answers: 30, share: 0.5 },
    bands: [{ name: text('-'), from: 0 }],
    criteria: Array.from({ length: 10 }, (_, area) => ({
      code: `a${area}`,
      name: text(`a${area}`),
      max: 10,
      children: Array.from({ length: 10 }, (__, at) => leaf(at * 10 + area)),
    })),
  }
}

function makeAnswers(units: readonly string[]) {
  const codebook = Array.from(
    { length: QUESTIONS },
    (_, at): Variable => ({
      name: `q${at}`,
      question: `q${at}`,
      label: text(`q${at}`),
      shortLabel: text(`q${at}`),
      kind: 'single',
      values: [1, 2, 3, 4, 5].map((code) => ({
        value: code,
        code,
        label: text(`${code}`),
        isDontKnow: false,
      })),
      isRequired: false,
    }),
  )
  const layout = tallyLayout(codebook)
  const tallies = units.flatMap((unit) => {
    const mood = uniformInt(random, 0, 100)
    return Array.from({ length: VILLAGES }, (_, village): Tally => {
      const counts = new Float64Array(layout.size)
      for (const { start, codes } of layout.variables)
        for (let person = 0; person < PEOPLE; person++) {
          const level = 1 + Math.min(4, Math.floor((uniformInt(random, 0, 399) + mood) / 100))
          counts[start + codes.indexOf(level)]!++
        }
      const place = { unit, stratum: `s${village % 2}`, cluster: `v${village}` }
      return { ...place, ...byThemselves, weight: uniformInt(random, 4, 40) / 4, n: PEOPLE, counts }
    })
  })
  return makeSample(
    { wave: 'w', form: { slug: 'f', version: 1 }, entry: 'drawn', design: 'clusters', layout },
    tallies,
  )
}

function makeFigures(units: readonly string[]) {
  return new Map(
    units.map((unit) => [
      unit,
      new Map(
        Array.from({ length: FIGURES }, (_, at) => [`c${QUESTIONS + at}`, uniformInt(random, 0, 1000) / 10]),
      ),
    ]),
  )
}

function timed<T>(action: () => T): [T, number] {
  const start = performance.now()
  const result = action()
  return [result, (performance.now() - start) / 1000]
}
