// What of a table of units may leave the house. The surprise: hiding the cells with few people is not enough. The total is
// published too, and the hidden unit is what the others leave over; the criterion above is published too, and the hidden
// criterion is what its siblings leave over.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { Cell } from '#lib/scoring/cell'
import { suppressTable } from '#lib/secrecy/suppress-table'

/** A criterion of the tree and those whose weighted mean it is. */
type Node = { code: string; children: Node[] }

/**
 * The cells of one period with everything hidden that could tell what few people said: by criterion, units with fewer
 * people than the index's minimum, then as many other units as it takes (see `suppressTable`), the same ones all over the
 * table; the total as well where that is not enough; and every criterion of which a hidden number is a part.
 * A hidden cell keeps neither value nor n. Entered figures speak of nobody and stay.
 * `companion`: cells that are published beside these, already disclosed; what is hidden there is hidden here.
 */
export function discloseCells(
  cells: readonly Cell[],
  total: string,
  index: IndexFile,
  companion: readonly Cell[] = [],
): Cell[] {
  const people = new Map(
    cells.filter(({ criterion }) => criterion === index.slug).map(({ unit, n }) => [unit, n]),
  )
  const isHiddenBeside = new Set(
    companion
      .filter(({ status }) => status === 'too-few')
      .map(({ unit, criterion }) => `${unit} ${criterion}`),
  )
  const hidden = new Set(cells.filter(({ unit, criterion }) => isHiddenBeside.has(`${unit} ${criterion}`)))
  for (const root of rootsOf(index)) hideNode(root)
  return cells.map((cell) => (hidden.has(cell) || cell.status === 'too-few' ? hide(cell) : cell))

  /** Hides what a criterion needs and returns the units whose number there must stay unknown, parts first. */
  function hideNode({ code, children }: Node): Set<string> {
    const unknown = new Set(children.flatMap((child) => [...hideNode(child)]))
    const family = cells.filter((cell) => cell.criterion === code && !cell.flags.includes('exact'))
    const units = unitsToHide(family, unknown)
    const gone = family.filter(({ unit }) => units.has(unit) || unknown.has(unit))
    for (const cell of gone) hidden.add(cell)
    return new Set(gone.filter(({ value }) => value !== null).map(({ unit }) => unit))
  }

  /**
   * Units with few people or with a number that must stay unknown, and those that go with them: chosen by their people
   * in all, so that it is the same unit for every criterion.
   */
  function unitsToHide(family: readonly Cell[], unknown: ReadonlySet<string>): Set<string> {
    const threshold = index.minimum.answers
    const weigh = ({ unit, n }: Cell) => (unknown.has(unit) ? Math.min(n, threshold - 1) : n)
    const inAll = (cell: Cell) => Math.max(cell.n, people.get(cell.unit) ?? 0)
    const units = family.filter(({ unit }) => unit !== total)
    if (units.length === 0) return new Set()
    const counts = units.map((cell) => (weigh(cell) < threshold ? weigh(cell) : inAll(cell)))
    const pattern = suppressTable([counts], { threshold })
    const chosen = units.filter((_, at) => pattern.hidden[0]![at]).map(({ unit }) => unit)
    return new Set(pattern.status === 'impossible' ? [...chosen, total] : chosen)
  }
}

/** The index, and every criterion of weight 0: it is shown but is no part of the one above it. */
function rootsOf(index: IndexFile): Node[] {
  const uncounted = (criteria: readonly Criterion[]): Criterion[] =>
    criteria.flatMap((one) => [...(one.weight === 0 ? [one] : []), ...uncounted(one.children ?? [])])
  const whole = { code: index.slug, children: partsOf(index.criteria) }
  return [
    whole,
    ...uncounted(index.criteria).map((one) => ({ code: one.code, children: partsOf(one.children) })),
  ]
}

function partsOf(criteria: readonly Criterion[] = []): Node[] {
  return criteria
    .filter(({ weight }) => weight !== 0)
    .map(({ code, children }) => ({ code, children: partsOf(children) }))
}

function hide(cell: Cell): Cell {
  const nothing = { value: null, low: null, high: null, standardError: null, degreesOfFreedom: null }
  return { ...cell, ...nothing, n: 0, flags: [], status: 'too-few' }
}
