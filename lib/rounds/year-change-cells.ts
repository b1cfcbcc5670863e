// What changed between two frozen rounds, from the very cells that were frozen. The surprise is the interval: the surveys
// of two years may or may not have asked in the same villages, which the frozen cells do not tell, so the errors of both
// years are added up. That is never too narrow: sd(a - b) <= sd(a) + sd(b), whatever the two have in common.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { type Continuity, isComparable } from '#lib/lineage/continuity'
import type { Cell, CellFlag } from '#lib/scoring/cell'
import { confidenceLevel } from '#lib/scoring/interval'
import { studentInterval } from '#lib/stats/estimate'

export type YearChangeInput = {
  index: IndexFile
  unit: string
  /** "2024→2025" */
  period: string
  /** Cells of the unit at both ends; empty where it was not scored. */
  before: readonly Cell[]
  after: readonly Cell[]
  continuity: Continuity
  /** Criteria that both years scored alike, see `sameCriteria`. */
  alike: ReadonlySet<string>
  /** Criteria placed among the units of their year, when these changed. */
  unplaced: ReadonlySet<string>
}

/** One cell per criterion that one of the ends has, in the order of the tree. */
export function yearChangeCells(input: YearChangeInput): Cell[] {
  const [before, after] = [input.before, input.after].map(
    (cells) => new Map(cells.map((cell) => [cell.criterion, cell])),
  ) as [Map<string, Cell>, Map<string, Cell>]
  const walk = (code: string, children: readonly Criterion[]): Cell[] => {
    const [early, late] = [before.get(code), after.get(code)]
    const measured = (cells: Map<string, Cell>) => measuredCodes({ code, children }, cells)
    const isOfSameParts = measured(before) === measured(after)
    return [
      ...(early || late ? [cellOf(code, early, late, isOfSameParts, input)] : []),
      ...children.flatMap((child) => walk(child.code, child.children ?? [])),
    ]
  }
  return walk(input.index.slug, input.index.criteria)
}

function cellOf(
  code: string,
  early: Cell | undefined,
  late: Cell | undefined,
  isOfSameParts: boolean,
  input: YearChangeInput,
): Cell {
  const { continuity, alike, unplaced } = input
  const isJoined = continuity.rule === 'merged' || continuity.rule === 'divided'
  const empty = emptyCell((late ?? early)!, code, input)
  const broken = (flag: CellFlag): Cell => ({ ...empty, status: 'not-comparable', flags: [flag] })
  if (!isComparable(continuity) || unplaced.has(code)) return broken('units-changed')
  if (!early || !late || !alike.has(code)) return broken('method-changed')
  if (early.status === 'not-comparable' || late.status === 'not-comparable') return broken('not-added')
  const lost = [early, late].find(({ value }) => value === null)
  if (!isOfSameParts) return broken(isJoined ? 'not-added' : 'method-changed')
  if (lost) return { ...empty, status: lost.status, n: Math.min(early.n, late.n) }
  return {
    ...empty,
    ...difference(early, late),
    n: Math.min(early.n, late.n),
    flags: [
      ...(isExact(early) && isExact(late) ? ['exact' as const] : []),
      ...(early.standardError !== null || late.standardError !== null ? ['bounded' as const] : []),
      ...(isJoined ? ['units-merged' as const] : []),
    ],
  }
}

const isExact = ({ flags }: Cell) => flags.includes('exact')
/** Of a figure that is not exact, an error that is not known cannot be bounded. */
const hasKnownError = (cell: Cell) => cell.standardError !== null || isExact(cell)

function difference(early: Cell, late: Cell): Partial<Cell> {
  const value = late.value! - early.value!
  const isOpen = early.status === 'no-design' || late.status === 'no-design'
  if (isOpen) return { value, status: 'no-design' }
  if (isExact(early) && isExact(late)) return { value, status: 'ok' }
  if (!hasKnownError(early) || !hasKnownError(late)) return { value, status: 'single-cluster' }
  const standardError = (early.standardError ?? 0) + (late.standardError ?? 0)
  const degreesOfFreedom = Math.min(
    early.degreesOfFreedom ?? Number.POSITIVE_INFINITY,
    late.degreesOfFreedom ?? Number.POSITIVE_INFINITY,
  )
  const [low, high] = studentInterval(value, standardError, degreesOfFreedom, confidenceLevel)
  return { value, low, high, standardError, degreesOfFreedom, status: 'ok' }
}

/** The counted leaves that carry a figure: a sum of other parts is another sum. */
function measuredCodes(
  { code, children }: { code: string; children: readonly Criterion[] },
  cells: ReadonlyMap<string, Cell>,
): string {
  if (children.length === 0) return (cells.get(code)?.value ?? null) === null ? '' : `${code} `
  return children
    .filter(({ weight }) => weight !== 0)
    .map((child) => measuredCodes({ code: child.code, children: child.children ?? [] }, cells))
    .join('')
}

function emptyCell(cell: Cell, criterion: string, { unit, period, continuity }: YearChangeInput): Cell {
  return {
    unit,
    criterion,
    period,
    value: null,
    low: null,
    high: null,
    standardError: null,
    degreesOfFreedom: null,
    maximum: cell.maximum,
    n: 0,
    entry: cell.entry,
    status: 'missing',
    flags: [],
    scale: 'difference',
    method: `${cell.method.split(';')[0]}; errors of both years added up, t, 95 %`,
    ...(continuity.rule === 'same' ? {} : { continuity }),
  }
}
