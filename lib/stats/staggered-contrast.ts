// Communes that start a campaign one after the other, measured in several waves: which commune in which wave enters the
// effect with which sign. The surprise: a commune that has started never serves as comparison again, because its own effect
// would be taken off the others'; that is what ordinary regression with fixed effects does wrong.

/** Mean of every commune in every wave, and the first wave in which it counts as treated (null: in none). */
export type CommunePanel = {
  communes: string[]
  /** means[commune][wave] */
  means: number[][]
  /** Position of a wave, at least 1; null: not treated in any wave. */
  starts: (number | null)[]
}

/** Effect on the communes that started with wave `start`, seen in wave `wave`. */
export type GroupTimeCell = {
  start: number
  wave: number
  treated: number
  comparison: number
  effect: number
}

/** An effect as a sum over start groups and waves: coefficients[group][wave] times the mean of the group in the wave. */
export type StaggeredContrast = {
  /** Start of each group, in rising order, null last. */
  groups: readonly (number | null)[]
  coefficients: readonly (readonly number[])[]
  cells: GroupTimeCell[]
}

/** Fewer comparison communes than this carry no comparison. */
const FEWEST_COMPARISONS = 2

/**
 * Group-time effects with not yet treated communes as comparison, averaged with the number of treated communes as weight.
 *
 * In words: for communes that start with wave g, seen in wave t: their mean change since wave g - 1 (the last before the
 * start), minus the mean change over the same time of the communes not yet treated in wave t (before the start: in wave
 * g - 1). Only cells with two comparison communes or more count. Every commune counts once. With two waves this is the
 * difference of mean changes of `communeLevelEffect`.
 *
 * Source: Callaway and Sant'Anna (2021), J. Econometrics 225, 200-230, equations 2.6 and 3.8 ("not yet treated", no
 * covariates, universal base); averages as their simple and event-study aggregation, section 3.1.
 *
 * @param starts see `CommunePanel`
 * @param waves number of waves
 * @param wanted which cells enter, by waves since the start (0 = first wave after it); left out: all from the start on
 * @returns null where no cell has enough comparison communes
 * @throws RangeError for a start before the second wave
 * @example
 * const contrast = staggeredContrast([1, 1, null, null], [[0, 4], [0, 6], [1, 2], [1, 2]], 2)
 * contrast.coefficients // => [[-1, 1], [1, -1]]
 * contrast.cells // => [{ start: 1, wave: 1, treated: 2, comparison: 2, effect: 4 }]
 */
export function staggeredContrast(
  starts: readonly (number | null)[],
  means: readonly (readonly number[])[],
  waves: number,
  wanted: (event: number) => boolean = (event) => event >= 0,
): StaggeredContrast | null {
  const groups = startGroups(starts)
  const sizes = groups.map((group) => starts.filter((start) => start === group).length)
  const cells = groups.flatMap((start, at) => {
    if (start === null) return []
    return Array.from({ length: waves }, (_, wave) => ({ start, wave, at })).filter(
      (cell) =>
        cell.wave !== start - 1 &&
        wanted(cell.wave - start) &&
        comparisons(groups, sizes, cell) >= FEWEST_COMPARISONS,
    )
  })
  const weight = cells.reduce((sum, { at }) => sum + sizes[at]!, 0)
  if (weight === 0) return null
  const coefficients = groups.map(() => new Array<number>(waves).fill(0))
  for (const cell of cells) addCell(coefficients, groups, sizes, cell, sizes[cell.at]! / weight)
  return {
    groups,
    coefficients,
    cells: cells.map((cell) => ({
      start: cell.start,
      wave: cell.wave,
      treated: sizes[cell.at]!,
      comparison: comparisons(groups, sizes, cell),
      effect: cellEffect(groups, sizes, cell, starts, means),
    })),
  }
}

type Cell = { start: number; wave: number; at: number }

function startGroups(starts: readonly (number | null)[]): (number | null)[] {
  for (const start of starts) {
    if (start !== null && start < 1)
      throw new RangeError('a commune treated in the first wave has no baseline')
  }
  const early = [...new Set(starts.filter((start) => start !== null))].sort((a, b) => a - b)
  return starts.includes(null) ? [...early, null] : early
}

/** Not treated up to the later of the wave and the base wave of the cell. */
function isComparison(group: number | null, { start, wave }: Cell): boolean {
  return group === null || (group !== start && group > Math.max(wave, start - 1))
}

function comparisons(groups: readonly (number | null)[], sizes: readonly number[], cell: Cell): number {
  return groups.reduce<number>((sum, group, at) => sum + (isComparison(group, cell) ? sizes[at]! : 0), 0)
}

/** Coefficients are those of group means. */
function addCell(
  coefficients: number[][],
  groups: readonly (number | null)[],
  sizes: readonly number[],
  cell: Cell,
  factor: number,
): void {
  const base = cell.start - 1
  const others = comparisons(groups, sizes, cell)
  for (const [at, group] of groups.entries()) {
    const share = at === cell.at ? 1 : isComparison(group, cell) ? -sizes[at]! / others : 0
    coefficients[at]![cell.wave]! += factor * share
    coefficients[at]![base]! -= factor * share
  }
}

function cellEffect(
  groups: readonly (number | null)[],
  sizes: readonly number[],
  cell: Cell,
  starts: readonly (number | null)[],
  means: readonly (readonly number[])[],
): number {
  const coefficients = groups.map(() => new Array<number>(Math.max(cell.wave, cell.start) + 1).fill(0))
  addCell(coefficients, groups, sizes, cell, 1)
  return applyContrast({ groups, coefficients }, starts, means)
}

/**
 * The value of a contrast: sum over groups and waves of coefficient times group mean.
 *
 * @example
 * applyContrast({ groups: [1, null], coefficients: [[-1, 1], [1, -1]] }, [1, null], [[0, 5], [1, 2]]) // => 4
 */
export function applyContrast(
  { groups, coefficients }: Pick<StaggeredContrast, 'groups' | 'coefficients'>,
  starts: readonly (number | null)[],
  means: readonly (readonly number[])[],
): number {
  let value = 0
  for (const [at, group] of groups.entries()) {
    const size = starts.filter((start) => start === group).length
    for (const [commune, start] of starts.entries()) {
      if (start !== group) continue
      for (const [wave, coefficient] of coefficients[at]!.entries())
        value += (coefficient * means[commune]![wave]!) / size
    }
  }
  return value
}
