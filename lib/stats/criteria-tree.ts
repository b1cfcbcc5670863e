// Adding up a tree of areas and criteria with official points (PAR INDEX). Gaps are treated by a policy that is fixed
// before the data are seen, because it decides who looks good: the tree itself never invents a point.

/**
 * What to do with a criterion without score: `rescale` - the area is judged by what there is, if enough is there; `zero` -
 * not reported counts as no points; `null` - any gap makes area and index unknown.
 */
export type MissingPolicy = 'rescale' | 'zero' | 'null'

export type ScoredCriterion = {
  maximumPoints: number
  /** Score 0..1 of the maximum; null = not reported. */
  score: number | null
  /** Slope of the score in the survey share it comes from; left out for entered points. */
  slope?: { source: string; value: number }
}

export type ScoredArea = { name: string; criteria: readonly ScoredCriterion[] }

/** Change of a percentage per unit of each survey share it depends on. */
export type Gradient = Map<string, number>

export type AreaScore = {
  name: string
  /** Points after the policy, up to `maximumPoints`; null = unknown. */
  points: number | null
  maximumPoints: number
  availablePoints: number
  /** 0..100. */
  percent: number | null
  gradient: Gradient
}

export type TreeScore = {
  areas: AreaScore[]
  points: number | null
  /** Maxima of the areas that count. */
  maximumPoints: number | null
  /** 0..100. */
  percent: number | null
  gradient: Gradient
}

export type TreeRules = {
  missing: MissingPolicy
  /** Share of the points of an area that must be available, 0..1. */
  minimumCoverage: number
}

/**
 * Score of a criteria tree.
 *
 * In words: area = points of its available criteria / their maximum x maximum of the area; unknown when less than the
 * minimum coverage is available. Index = points of the known areas / their maxima x 100. Under `null` one unknown area makes
 * the index unknown.
 *
 * Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, steps 3 and 6; Becker et al. (2022), COINr,
 * J. Open Source Softw. 7(78), 4567 (data availability threshold).
 *
 * @param areas areas with scored criteria
 * @param rules policy for gaps and minimum coverage
 * @returns points and percent of every area and of the whole, with their slopes in the survey shares
 * @example
 * const areas = [{ name: 'staff', criteria: [{ maximumPoints: 6, score: 0.5 }, { maximumPoints: 4, score: null }] }]
 * scoreTree(areas, { missing: 'rescale', minimumCoverage: 0.5 }).percent // => 50
 * scoreTree(areas, { missing: 'zero', minimumCoverage: 0.5 }).percent // => 30
 * scoreTree(areas, { missing: 'null', minimumCoverage: 0.5 }).percent // => null
 */
export function scoreTree(areas: readonly ScoredArea[], rules: TreeRules): TreeScore {
  const scored = areas.map((area) => scoreArea(area, rules))
  const known = scored.filter(({ points }) => points !== null)
  if (known.length === 0 || (rules.missing === 'null' && known.length < scored.length)) {
    return { areas: scored, points: null, maximumPoints: null, percent: null, gradient: new Map() }
  }
  const maximumPoints = known.reduce((sum, area) => sum + area.maximumPoints, 0)
  const points = known.reduce((sum, area) => sum + area.points!, 0)
  const gradient: Gradient = new Map()
  for (const area of known) {
    for (const [source, slope] of area.gradient)
      add(gradient, source, (slope * area.maximumPoints) / maximumPoints)
  }
  return { areas: scored, points, maximumPoints, percent: (points / maximumPoints) * 100, gradient }
}

function scoreArea({ name, criteria }: ScoredArea, { missing, minimumCoverage }: TreeRules): AreaScore {
  const maximumPoints = criteria.reduce((sum, criterion) => sum + criterion.maximumPoints, 0)
  const present = criteria.filter(({ score }) => score !== null)
  const counted = missing === 'zero' ? criteria : present
  const availablePoints = counted.reduce((sum, criterion) => sum + criterion.maximumPoints, 0)
  const isUnknown =
    (missing === 'null' && present.length < criteria.length) ||
    availablePoints === 0 ||
    availablePoints / maximumPoints < minimumCoverage
  const gradient: Gradient = new Map()
  if (isUnknown) return { name, points: null, maximumPoints, availablePoints, percent: null, gradient }
  const reached = present.reduce((sum, criterion) => sum + criterion.maximumPoints * criterion.score!, 0)
  for (const { slope, maximumPoints: weight } of present) {
    if (slope) add(gradient, slope.source, (weight * slope.value * 100) / availablePoints)
  }
  return {
    name,
    points: (reached / availablePoints) * maximumPoints,
    maximumPoints,
    availablePoints,
    percent: (reached / availablePoints) * 100,
    gradient,
  }
}

function add(gradient: Gradient, source: string, value: number): void {
  gradient.set(source, (gradient.get(source) ?? 0) + value)
}
