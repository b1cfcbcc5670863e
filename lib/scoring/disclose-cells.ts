// What of a table of units may leave the house. The surprise: hiding the cells with few people is not enough, because the
// total is published too and the hidden one is what the others leave over. So a second unit may have to be hidden with it.
import type { Cell } from '#lib/scoring/cell'
import { suppressTable } from '#lib/secrecy/suppress-table'

/**
 * The cells of one period with everything hidden that could tell what few people said: by criterion, cells with fewer than
 * `threshold` people, then as many other units as it takes (see `suppressTable`); the total as well where that is not
 * enough. A hidden cell keeps neither value nor n. Entered figures speak of nobody and stay.
 */
export function discloseCells(cells: readonly Cell[], total: string, threshold: number): Cell[] {
  const hidden = new Set<Cell>()
  for (const criterion of new Set(cells.map((cell) => cell.criterion))) {
    const family = cells.filter((cell) => cell.criterion === criterion && !cell.flags.includes('exact'))
    const units = family.filter((cell) => cell.unit !== total)
    const counts = units.map((cell) => cell.n)
    if (counts.length === 0) continue
    const pattern = suppressTable([counts], { threshold })
    for (const [at, cell] of units.entries()) if (pattern.hidden[0]![at]) hidden.add(cell)
    if (pattern.status === 'impossible') for (const cell of family) if (cell.unit === total) hidden.add(cell)
  }
  return cells.map((cell) => (hidden.has(cell) || cell.status === 'too-few' ? hide(cell) : cell))
}

function hide(cell: Cell): Cell {
  const nothing = { value: null, low: null, high: null, standardError: null, degreesOfFreedom: null }
  return { ...cell, ...nothing, n: 0, flags: [], status: 'too-few' }
}
