// Cells as a file: the very cells that the chart and the table on the page show, unrounded.
import { type Table, wholeTable } from '#lib/exports/table'
import { isComparable } from '#lib/lineage/continuity'
import { continuityWords } from '#lib/lineage/continuity-words'
import type { Cell } from '#lib/scoring/cell'

export type CellNames = {
  unit: (unit: string) => string
  criterion: (criterion: string) => string
}

const columns = [
  'unit',
  'unit_name',
  'criterion',
  'criterion_name',
  'period',
  'value',
  'low',
  'high',
  'standard_error',
  'degrees_of_freedom',
  'maximum',
  'n',
  'entry',
  'status',
  'flags',
  'scale',
  'method',
]

/** Only where units changed between the ends of a change, so that the columns of all other files stay as they were. */
const lineageColumns = ['lineage_rule', 'lineage_units', 'lineage_parts', 'lineage_since', 'lineage_words']

/** One line per cell; a value that must not be shown is empty, and `status` says why. */
export function cellTable(name: string, cells: readonly Cell[], names: CellNames): Table {
  const hasLineage = cells.some(({ continuity }) => continuity !== undefined)
  const rows = cells.map((cell) => [
    cell.unit,
    names.unit(cell.unit),
    cell.criterion,
    names.criterion(cell.criterion),
    cell.period,
    cell.value,
    cell.low,
    cell.high,
    cell.standardError,
    cell.degreesOfFreedom,
    cell.maximum,
    cell.n,
    cell.entry,
    cell.status,
    cell.flags.join(' '),
    cell.scale,
    cell.method,
    ...(hasLineage ? lineageOf(cell, names) : []),
  ])
  return wholeTable(name, hasLineage ? [...columns, ...lineageColumns] : columns, rows)
}

function lineageOf(cell: Cell, names: CellNames): (string | null)[] {
  const { continuity } = cell
  if (!continuity) return lineageColumns.map(() => null)
  const { rule, units, parts, since } = continuity
  const isSaid = cell.value !== null || !isComparable(continuity)
  const words = continuityWords(continuity, (id) => ({ name: names.unit(id), nameEn: names.unit(id) }))
  return [rule, units.join(' '), parts.join(' '), since, isSaid ? words.vi : '']
}
