// Composite indices for analysis: several indicators brought to one scale and averaged. Fixed goalposts are the default of
// the product; with sample minimum and maximum one commune's change moves all others, so those serve for comparison only.

/** One indicator: its values per unit (null = gap), weight and direction. */
export type Indicator = {
  values: readonly (number | null)[]
  weight: number
  /** true when a smaller value is better. */
  isReversed: boolean
  /** Fixed lower and upper goalpost, in the unit of the values; needed for `goalposts`. */
  goalposts?: readonly [number, number]
}

export type Normalisation = 'goalposts' | 'sample-range' | 'z-score'

export type CompositeOptions = {
  normalisation: Normalisation
  aggregation: 'arithmetic' | 'geometric'
  /** `rescale`: average what is there, if that is at least half of the weight; `null`: a gap makes the index unknown. */
  missing: 'rescale' | 'null'
}

export type CompositeIndex = {
  /** `normalised[unit][indicator]`: 1..100 for ranges, mean 100 and standard deviation 10 for z-scores; null = gap. */
  normalised: (number | null)[][]
  values: (number | null)[]
  /** 1 = largest; units without index have no rank; equal units share the better rank. */
  ranks: (number | null)[]
}

/** Half of the weight; a hair less, because 0.2 + 0.2 + 0.1 need not be 0.5 in a computer. */
const SMALLEST_SHARE_OF_WEIGHT = 0.5 - 1e-12

/**
 * Composite index of several indicators.
 *
 * In words: bring each indicator to a common scale (position between goalposts or between sample minimum and maximum as
 * 1..100; or z-score with mean 100 and standard deviation 10), turn round those of which less is better, and take the
 * weighted arithmetic or geometric mean of what is not missing.
 *
 * Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, steps 5 and 6; definitions as in Becker et
 * al. (2022), COINr, J. Open Source Softw. 7(78), 4567.
 *
 * @param indicators all with one value per unit; weights on any positive scale
 * @param options how to normalise, add up and treat gaps
 * @returns normalised values, index and rank of every unit
 * @throws RangeError if goalposts are missing or out of order, or z-scores are to be averaged geometrically
 * @example
 * const indicators = [{ values: [40, 90], weight: 1, isReversed: false, goalposts: [0, 100] }]
 * compositeIndex(indicators, { normalisation: 'goalposts', aggregation: 'arithmetic', missing: 'null' }).ranks // => [2, 1]
 */
export function compositeIndex(indicators: readonly Indicator[], options: CompositeOptions): CompositeIndex {
  if (options.normalisation === 'z-score' && options.aggregation === 'geometric') {
    throw new RangeError('z-scores can be negative: they have no geometric mean')
  }
  const columns = indicators.map((indicator) => normalise(indicator, options.normalisation))
  const weightSum = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const weights = indicators.map(({ weight }) => weight / weightSum)
  const normalised = indicators[0]!.values.map((_, unit) => columns.map((column) => column[unit]!))
  const values = normalised.map((row) => aggregate(row, weights, options))
  return { normalised, values, ranks: rankKnown(values) }
}

function normalise(indicator: Indicator, normalisation: Normalisation): (number | null)[] {
  const known = indicator.values.filter((value) => value !== null)
  if (normalisation === 'z-score') return standardise(indicator, known)
  const [low, high] =
    normalisation === 'goalposts' ? checkGoalposts(indicator) : [Math.min(...known), Math.max(...known)]
  return indicator.values.map((value) => {
    // An indicator on which all units agree says nothing about them: its place in a range of length zero is unknown.
    if (value === null || high === low) return null
    const position = (Math.min(high, Math.max(low, value)) - low) / (high - low)
    return 1 + 99 * (indicator.isReversed ? 1 - position : position)
  })
}

function standardise({ values, isReversed }: Indicator, known: readonly number[]): (number | null)[] {
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1)
  const direction = isReversed ? -1 : 1
  return values.map((value) =>
    value === null || !(variance > 0) ? null : 100 + (10 * direction * (value - mean)) / Math.sqrt(variance),
  )
}

function checkGoalposts({ goalposts }: Indicator): readonly [number, number] {
  if (!goalposts || !(goalposts[0] < goalposts[1]))
    throw new RangeError('goalposts need a lower end below the upper end')
  return goalposts
}

function aggregate(
  row: readonly (number | null)[],
  weights: readonly number[],
  { aggregation, missing }: CompositeOptions,
): number | null {
  let share = 0
  let sum = 0
  for (const [index, value] of row.entries()) {
    if (value === null) {
      if (missing === 'null') return null
      continue
    }
    share += weights[index]!
    sum += weights[index]! * (aggregation === 'geometric' ? Math.log(value) : value)
  }
  if (share < SMALLEST_SHARE_OF_WEIGHT) return null
  return aggregation === 'geometric' ? Math.exp(sum / share) : sum / share
}

function rankKnown(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) =>
    value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
  )
}
