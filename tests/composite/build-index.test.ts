// Every stage of a research index against COINr's own: the ASEM index of 51 countries, and small indices with all kinds of
// settings. The numbers were computed by COINr in R and are read from files.
import { readdirSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '#lib/composite/build-index'
import { buildOptions } from '#lib/composite/build-options'
import { outputFiles } from '#lib/composite/output-files'
import type { Stage } from '#lib/composite/structure'

const golden = new URL('../golden/composite/', import.meta.url).pathname
const read = (name: string) => readFileSync(`${golden}${name}`, 'utf8')

type Expected = { units: string[]; columns: Record<string, (number | null)[]> }

/** Largest difference, relative to numbers above 1. Gaps must be the same. */
function difference(stage: Stage, expected: Expected): number {
  let worst = 0
  for (const [code, column] of Object.entries(expected.columns)) {
    const own = stage.columns.get(code)
    expect(own, code).toBeDefined()
    for (const [row, unit] of expected.units.entries()) {
      const value = own![stage.units.indexOf(unit)]!
      const right = column[row] ?? Number.NaN
      expect(Number.isNaN(value), `${code} of ${unit} is a gap`).toBe(Number.isNaN(right))
      if (!Number.isNaN(right))
        worst = Math.max(worst, Math.abs(value - right) / Math.max(1, Math.abs(right)))
    }
  }
  return worst
}

function parse(text: string): Expected {
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true })
  const codes = meta.fields!.slice(1)
  return {
    units: data.map((row) => row.uCode!),
    columns: Object.fromEntries(
      codes.map((code) => [code, data.map((row) => (row[code] === 'NA' ? null : Number(row[code])))]),
    ),
  }
}

function stageOf(built: ReturnType<typeof buildIndex>, name: string): Stage {
  expect(built.faults).toEqual([])
  return built.index!.stages.find((one) => one.name === name)!.stage
}

describe('the ASEM index', () => {
  const files = ['data.csv', 'meta.csv'].map((file) => ({ file, text: read(`asem/${file}`) }))
  const built = buildIndex(files[0]!, files[1]!, buildOptions.parse({}))

  it.each(['Denominated', 'Imputed', 'Treated', 'Normalised', 'Aggregated'])(
    'has the stage %s that COINr has',
    (name) => {
      expect(difference(stageOf(built, name), parse(read(`asem/${name}.csv`)))).toBeLessThan(1e-11)
    },
  )

  it('ranks 51 countries from the best down and writes a file for every stage', () => {
    const output = new Map(outputFiles(built.index!).map(({ name, text }) => [name, text]))
    const results = parse(output.get('results.csv')!)
    expect(results.columns.Rank).toEqual(Array.from({ length: 51 }, (_, at) => at + 1))
    expect([...output.keys()].slice(0, 7)).toEqual(
      ['Raw', 'Denominated', 'Imputed', 'Screened', 'Treated', 'Normalised', 'Aggregated'].map(
        (one) => `${one}.csv`,
      ),
    )
    const written = parse(output.get('Aggregated.csv')!)
    expect(difference(stageOf(built, 'Aggregated'), written)).toBe(0)
  })

  it('gives the same index when units, columns and lines of the structure stand in another order', () => {
    const turned = files.map(({ file, text }) => {
      const [head, ...lines] = text.trim().split('\n')
      return { file, text: [head, ...lines.reverse()].join('\n') }
    })
    const again = stageOf(
      buildIndex(
        turned[0]!,
        turned[1]!,
        buildOptions.parse({ Impute: { f_i: 'i_mean_grp', use_group: 'EurAsia_group' } }),
      ),
      'Aggregated',
    )
    const first = stageOf(built, 'Aggregated')
    const columns = Object.fromEntries(first.columns)
    expect(difference(again, { units: first.units, columns })).toBeLessThan(1e-12)
  })
})

describe('small indices', () => {
  it.each(readdirSync(`${golden}cases`))('%s has the stages that COINr has', (file) => {
    const { config, data, meta, stages } = JSON.parse(read(`cases/${file}`))
    const options = buildOptions.parse(JSON.parse(config))
    const built = buildIndex({ file: 'data.csv', text: data }, { file: 'meta.csv', text: meta }, options)
    for (const [name, expected] of Object.entries(stages as Record<string, Expected>))
      expect(difference(stageOf(built, name), expected), name).toBeLessThan(1e-11)
  })
})
