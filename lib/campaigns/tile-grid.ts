// Where each commune stands in a map made of equal tiles: small communes are as easy to see as large ones. Positions are data
// (surveys/units); units without one come below, by name, so that nobody is left out.

export type Tile = { row: number; column: number }

const fallbackColumns = 3

/** Rows and columns from 1. Two units that claim one place: the second goes below. */
export function tileGrid<Unit extends { id: string; name: string }>(
  units: readonly Unit[],
  tiles: ReadonlyMap<string, Tile>,
): (Unit & Tile)[] {
  const taken = new Set<string>()
  const placed: (Unit & Tile)[] = []
  const left: Unit[] = []
  for (const unit of units) {
    const tile = tiles.get(unit.id)
    if (!tile || taken.has(`${tile.row} ${tile.column}`)) {
      left.push(unit)
      continue
    }
    taken.add(`${tile.row} ${tile.column}`)
    placed.push({ ...unit, ...tile })
  }
  const top = Math.min(...placed.map(({ row }) => row), Number.POSITIVE_INFINITY)
  const edge = Math.min(...placed.map(({ column }) => column), Number.POSITIVE_INFINITY)
  const moved = placed.map((one) => ({ ...one, row: one.row - top + 1, column: one.column - edge + 1 }))
  const rows = Math.max(0, ...moved.map(({ row }) => row))
  const columns = Math.max(fallbackColumns, ...moved.map(({ column }) => column))
  const below = left
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
    .map((unit, at) => ({
      ...unit,
      row: rows + 1 + Math.floor(at / columns),
      column: 1 + (at % columns),
    }))
  return [...moved, ...below]
}

/** How dark a tile is: 0 for nothing, else 1 to 4 by quarters of the largest value. */
export function shadeOf(value: number, largest: number): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0 || largest <= 0) return 0
  return Math.min(4, Math.ceil((4 * value) / largest)) as 1 | 2 | 3 | 4
}
