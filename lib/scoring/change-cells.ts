// What changed between two waves. The surprise: two numbers are not always a difference. Another form version that the
// index does not name, another kind of sample, other ground, or another set of measured criteria is a break, and a break
// has no number. A unit of several former units is no break as long as they are in it whole: their answers are read as one.
import type { IndexFile } from '#lib/definitions/index-file'
import { type Continuity, isComparable } from '#lib/lineage/continuity'
import type { Cell, CellFlag, CellStatus } from '#lib/scoring/cell'
import { combineEstimates } from '#lib/scoring/combine-estimates'
import { confidenceLevel } from '#lib/scoring/interval'
import type { Panel } from '#lib/scoring/panel'
import { flattenScore, type Score } from '#lib/scoring/score'
import { type Estimate, studentInterval } from '#lib/stats/estimate'
import type { EntryChoice } from '#lib/surveys/collection'

export type ChangeInput = {
  index: IndexFile
  unit: string
  /** "a→b" */
  period: string
  source: string
  entry: EntryChoice
  /** The villages of both waves; both scores were made on it. */
  panel: Panel | null
  before: Score | null
  after: Score | null
  /** Breaks that lie between the waves as a whole. */
  breaks: CellFlag[]
  /** How the unit's two ends belong together; left out: it is the same unit. */
  continuity?: Continuity
  /** One of the units read as one has fewer answers than the minimum by itself. */
  hasFewInPart?: boolean
  /** Criteria whose figures depend on which other units there are, when those changed. */
  unplaced?: ReadonlySet<string>
}

/** One cell per criterion; `before` or `after` null: nobody was asked there in that wave. */
export function changeCells(input: ChangeInput): Cell[] {
  const { before, after } = input
  const known = after ?? before
  if (!known) return []
  const isBroken = input.continuity !== undefined && !isComparable(input.continuity)
  if (!before || !after || isBroken)
    return flattenScore(known).map((score) => brokenCell(score, input, [...input.breaks, 'units-changed']))
  const earlier = flattenScore(before)
  return flattenScore(after).map((score, at) => changeCell(earlier[at]!, score, input))
}

function changeCell(before: Score, after: Score, input: ChangeInput): Cell {
  if (input.breaks.length > 0) return brokenCell(after, input, input.breaks)
  if (input.unplaced?.has(after.code)) return brokenCell(after, input, ['units-changed'])
  const lost = withoutNumber(before, after)
  const isOfSameParts = measuredCodes(before) === measuredCodes(after)
  if (hasUnjoined(before, after) && (lost || !isOfSameParts)) return brokenCell(after, input, ['not-added'])
  if (lost) return { ...emptyCell(after, input), n: Math.min(before.n, after.n), status: lost }
  if (!isOfSameParts) return brokenCell(after, input, ['method-changed'])
  const { maximum } = after
  const change = after.share! - before.share!
  const isOpen = before.status === 'no-design' || after.status === 'no-design'
  const estimate = isOpen ? null : difference(before, after, input.panel)
  const interval = estimate && changeInterval(change, estimate)
  return {
    ...emptyCell(after, input),
    value: change * maximum,
    low: interval && interval[0] * maximum,
    high: interval && interval[1] * maximum,
    standardError: interval && estimate!.standardError! * maximum,
    degreesOfFreedom: interval && estimate!.degreesOfFreedom,
    n: Math.min(before.n, after.n),
    status: isOpen ? 'no-design' : estimate && !interval ? 'single-cluster' : 'ok',
    flags: [...(estimate ? flagsOfChange(after, input) : after.flags), ...joinFlags(input)],
    method: `${input.source}; ${isOpen ? 'no sample, no interval' : interval ? 'Taylor, t, 95 %' : 'no interval'}`,
  }
}

function difference(before: Score, after: Score, panel: Panel | null): Estimate | null {
  return combineEstimates(panel, [
    { coefficient: 1, share: after.share!, estimate: after.estimate },
    { coefficient: -1, share: before.share!, estimate: before.estimate },
  ])
}

function changeInterval(change: number, estimate: Estimate): [number, number] | null {
  const { standardError, degreesOfFreedom } = estimate
  if (!standardError) return null
  const [low, high] = studentInterval(change, standardError, degreesOfFreedom, confidenceLevel)
  return low === null ? null : [Math.max(-1, low), Math.min(1, high!)]
}

function flagsOfChange(after: Score, { panel, continuity }: ChangeInput): CellFlag[] {
  if (panel?.isLinked) return after.flags
  return [...after.flags, isJoined(continuity) ? 'unmatched' : 'unlinked']
}

function joinFlags({ continuity, hasFewInPart }: ChangeInput): CellFlag[] {
  if (!isJoined(continuity)) return []
  return hasFewInPart ? ['units-merged', 'few-in-part'] : ['units-merged']
}

function isJoined(continuity: Continuity | undefined): boolean {
  return continuity?.rule === 'merged' || continuity?.rule === 'divided'
}

/** Figures of several units that cannot be added stand at one end. */
function hasUnjoined(before: Score, after: Score): boolean {
  return [before, after].some((score) => flattenScore(score).some((one) => one.status === 'not-comparable'))
}

/** Why there is no difference to form, or undefined. */
function withoutNumber(before: Score, after: Score): CellStatus | undefined {
  const statuses = [before, after].filter((score) => score.share === null).map((score) => score.status)
  return statuses.includes('too-few') ? 'too-few' : statuses[0]
}

/** The leaves that carry the figure: a difference of different sets of criteria is no difference. */
function measuredCodes(score: Score): string {
  if (score.children.length === 0) return score.share === null ? '' : `${score.code} `
  return score.children
    .filter((child) => child.weight > 0)
    .map(measuredCodes)
    .join('')
}

function brokenCell(score: Score, input: ChangeInput, flags: CellFlag[]): Cell {
  // nobody stands behind a number that is not there: n stays 0
  return { ...emptyCell(score, input), status: 'not-comparable', flags: [...new Set(flags)] }
}

function emptyCell(score: Score, { unit, period, source, entry, continuity }: ChangeInput): Cell {
  return {
    unit,
    criterion: score.code,
    period,
    value: null,
    low: null,
    high: null,
    standardError: null,
    degreesOfFreedom: null,
    maximum: score.maximum,
    n: 0,
    entry,
    status: 'missing',
    flags: [],
    scale: 'difference',
    method: `${source}; no interval`,
    ...(continuity && continuity.rule !== 'same' ? { continuity } : {}),
  }
}
