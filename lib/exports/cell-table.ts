// Cells as a file: the very cells that the chart and the table on the page show, unrounded.
import { type Table, wholeTable } from '#lib/exports/table'
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

/** One line per cell; a value that must not be shown is empty, and `status` says why. */
export function cellTable(name: string, cells: readonly Cell[], names: CellNames): Table {
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
  ])
  return wholeTable(name, columns, rows)
}
