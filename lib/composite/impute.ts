// Gaps filled by what is usual: among all units, among the units of the same group, or among the unit's own indicators.
// An imputed figure is a guess; the README of the output counts them.
import type { ImputeOptions } from '#lib/composite/build-options'
import { groupBy } from '#lib/composite/group-by'
import type { Stage, Structure, UnitData } from '#lib/composite/structure'
import { columnOf } from '#lib/composite/structure'

type Fill = (values: readonly number[]) => number[]

/** Column by column, or row by row on columns that are first brought to 0..1 (`normalise_first`) and then back. */
export function impute(stage: Stage, structure: Structure, data: UnitData, options: ImputeOptions): Stage {
  if (options.f_i === 'none' || options.disable) return stage
  if (options.impute_by === 'column') return eachColumn(stage, data, options)
  const { group_level: level } = options
  const groups =
    level === undefined ? [structure.indicators.map(({ code }) => code)] : blocks(structure, level)
  const columns = new Map(stage.columns)
  for (const codes of groups)
    for (const [code, values] of eachRow(stage, structure, codes, options)) columns.set(code, values)
  return { units: stage.units, columns }
}

function eachColumn(stage: Stage, data: UnitData, { f_i, use_group }: ImputeOptions): Stage {
  const groups = use_group === undefined ? undefined : data.groups.get(use_group)
  const members = groups && groupBy(stage.units.keys(), (at) => groups.get(stage.units[at]!) ?? null)
  const fill = f_i.startsWith('i_mean') ? fillWithMean : fillWithMedian
  const columns = [...stage.columns].map(([code, values]): [string, number[]] => {
    if (!f_i.endsWith('_grp') || !members) return [code, fill(values)]
    const filled = [...values]
    for (const [group, places] of members) {
      if (group === null) continue
      const own = fill(places.map((at) => values[at]!))
      for (const [index, at] of places.entries()) filled[at] = own[index]!
    }
    return [code, filled]
  })
  return { units: stage.units, columns: new Map(columns) }
}

function eachRow(stage: Stage, structure: Structure, codes: string[], options: ImputeOptions) {
  const fill = options.f_i.startsWith('i_mean') ? fillWithMean : fillWithMedian
  const original = codes.map((code) => columnOf(stage, code))
  const scales = codes.map((code, at) => {
    if (options.normalise_first === false) return { turn: 1, least: 0, range: 1 }
    const turn = structure.indicators.find((one) => one.code === code)!.direction
    const known = original[at]!.filter((value) => !Number.isNaN(value)).map((value) => value * turn)
    const least = Math.min(...known)
    return { turn, least, range: Math.max(...known) - least }
  })
  const rows = stage.units.map((_, row) =>
    fill(scales.map(({ turn, least, range }, at) => (original[at]![row]! * turn - least) / range)),
  )
  return codes.map((code, at): [string, number[]] => {
    const { turn, least, range } = scales[at]!
    return [
      code,
      original[at]!.map((value, row) =>
        Number.isNaN(value) ? (rows[row]![at]! * range + least) * turn : value,
      ),
    ]
  })
}

/** The indicators below each aggregate of a level. */
function blocks(structure: Structure, level: number): string[][] {
  const parents = new Map(
    [...structure.indicators, ...structure.aggregates].map((one) => [one.code, one.parent]),
  )
  const ancestor = (code: string) => {
    let at: string | null = code
    for (let step = 1; step < level; step++) at = at === null ? null : (parents.get(at) ?? null)
    return at
  }
  const codes = structure.indicators.map(({ code }) => code)
  return [...groupBy(codes, ancestor).values()]
}

const fillWithMean: Fill = (values) => {
  const known = values.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  return values.map((value) => (Number.isNaN(value) ? mean : value))
}

const fillWithMedian: Fill = (values) => {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const middle = (known.length - 1) / 2
  const median = ((known[Math.floor(middle)] ?? Number.NaN) + (known[Math.ceil(middle)] ?? Number.NaN)) / 2
  return values.map((value) => (Number.isNaN(value) ? median : value))
}
