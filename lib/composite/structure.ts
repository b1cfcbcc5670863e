// The shape of a research index: indicators at level 1, aggregates above, each with its parent on the next level. Tables
// of units by code carry the figures from stage to stage.
import type { Sentence } from '#lib/problem'

export type Member = {
  code: string
  name: string
  level: number
  /** Null on the top level. */
  parent: string | null
  direction: 1 | -1
  weight: number
  /** Column to divide by. */
  denominator: string | null
  /** Further columns of the structure file, for methods that read their settings there. */
  settings: Record<string, string>
}

export type Structure = {
  /** Level 1, in the order of the file. */
  indicators: Member[]
  /** Level 2 and up, level by level, by parent in the order of the file. */
  aggregates: Member[]
  levels: number
  groups: string[]
  denominators: string[]
  others: string[]
}

/** One row per unit; a gap is NaN. */
export type Stage = {
  units: string[]
  columns: Map<string, number[]>
}

export type UnitData = {
  raw: Stage
  /** Unit -> its name. */
  names: Map<string, string>
  /** Group column -> unit -> its group; no entry: none. */
  groups: Map<string, Map<string, string>>
  denominators: Stage
}

/** Something to mend in a file or an option: what, where, how. */
export type BuildFault = Sentence & { where: string }

/** The column of a code; throws for a code the stage does not have. */
export function columnOf(stage: Stage, code: string): number[] {
  const column = stage.columns.get(code)
  if (!column) throw new RangeError(`The stage has no column ${code}`)
  return column
}
