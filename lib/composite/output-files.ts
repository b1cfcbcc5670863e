// The files of a built index: one CSV a stage, ranks, weights, what was treated, the recipe and a README. Numbers have all
// their digits (the shortest text that gives back the same number); a gap is NA, as R writes and reads it.
import Papa from 'papaparse'
import type { BuiltIndex } from '#lib/composite/build-index'
import { effectiveWeights } from '#lib/composite/effective-weights'
import { readmeOfOutput } from '#lib/composite/readme-of-output'
import type { Stage } from '#lib/composite/structure'
import { rankValues } from '#lib/stats/rank-values'

export type OutputFile = { name: string; text: string }

/** Every file of the folder. */
export function outputFiles(index: BuiltIndex): OutputFile[] {
  const stages = index.stages.map(({ name, stage }) => ({ name: `${name}.csv`, text: stageText(stage) }))
  const last = index.stages.at(-1)!.stage
  return [
    ...stages,
    { name: 'Ranks.csv', text: stageText(rankStage(last)) },
    { name: 'results.csv', text: resultsText(index, last) },
    { name: 'weights.csv', text: weightsText(index) },
    { name: 'treatment.csv', text: treatmentText(index) },
    { name: 'recipe.json', text: `${JSON.stringify(index.options, null, 2)}\n` },
    { name: 'README.md', text: readmeOfOutput(index) },
  ]
}

function stageText({ units, columns }: Stage): string {
  return csvText(
    ['uCode', ...columns.keys()],
    units.map((unit, row) => [unit, ...[...columns.values()].map((column) => column[row]!)]),
  )
}

/** 1 = largest; tied units share the better place. */
function rankStage({ units, columns }: Stage): Stage {
  const ranks = [...columns].map(([code, column]): [string, number[]] => [code, ranksOf(column)])
  return { units, columns: new Map(ranks) }
}

function ranksOf(column: number[]): number[] {
  return rankValues(
    column.map((value) => -value),
    'min',
  )
}

/** Units from the best down: name, rank, the index and everything below it. Units without an index come last. */
function resultsText({ structure, data }: BuiltIndex, stage: Stage): string {
  const codes = [...structure.aggregates].sort((a, b) => b.level - a.level).map(({ code }) => code)
  const shown = codes.filter((code) => stage.columns.has(code))
  const top = stage.columns.get(shown[0] ?? '')
  if (!top)
    return csvText(
      ['uCode', 'uName'],
      stage.units.map((unit) => [unit, data.names.get(unit) ?? unit]),
    )
  const ranks = ranksOf(top)
  const rows = [...stage.units.keys()].sort(
    (a, b) => (ranks[a] || Number.POSITIVE_INFINITY) - (ranks[b] || Number.POSITIVE_INFINITY) || a - b,
  )
  return csvText(
    ['uCode', 'uName', 'Rank', ...shown],
    rows.map((row) => {
      const unit = stage.units[row]!
      return [
        unit,
        data.names.get(unit) ?? unit,
        ranks[row]!,
        ...shown.map((code) => stage.columns.get(code)![row]!),
      ]
    }),
  )
}

function weightsText({ structure }: BuiltIndex): string {
  return csvText(
    ['iCode', 'Level', 'Parent', 'Weight', 'EffWeight'],
    effectiveWeights(structure).map(({ code, level, parent, weight, effective }) => [
      code,
      level,
      parent ?? 'NA',
      weight,
      effective,
    ]),
  )
}

function treatmentText({ treatment }: BuiltIndex): string {
  return csvText(
    ['iCode', 'Skew', 'Kurt', 'Treatment', 'SkewAfter', 'KurtAfter'],
    treatment.map((line) => [
      line.code,
      line.skewnessBefore,
      line.kurtosisBefore,
      line.treatment,
      line.skewnessAfter,
      line.kurtosisAfter,
    ]),
  )
}

function csvText(head: string[], rows: (string | number)[][]): string {
  const cells = rows.map((row) => row.map(textOf))
  return `${Papa.unparse([head, ...cells], { newline: '\n' })}\n`
}

function textOf(cell: string | number): string {
  if (typeof cell === 'string' || Number.isFinite(cell)) return String(cell)
  return Number.isNaN(cell) ? 'NA' : cell > 0 ? 'Inf' : '-Inf'
}
