// One indicator over all units brought to a common scale. All but goalposts, scaling and targets are relative: one unit's
// change moves the others, so scores of two years may not be compared. Gaps (NaN) stay gaps.

import { rankValues, type TieRule } from '#lib/stats/rank-values'

export type ColumnScale =
  | { method: 'min-max'; to: readonly [number, number] }
  | { method: 'scaled'; from: readonly [number, number]; factor: number }
  | { method: 'z-score'; mean: number; deviation: number }
  | { method: 'rank' | 'borda' | 'percentile-rank'; ties: TieRule }
  | { method: 'distance-to-best' }
  | { method: 'distance-to-reference'; place: number; isCapped: boolean }
  | { method: 'distance-to-target'; target: number; direction: 1 | -1; isCapped: boolean }
  | { method: 'fraction-of-best' }
  | { method: 'goalposts'; low: number; high: number; factor: number; direction: 1 | -1; isCut: boolean }
  | { method: 'none' }

/**
 * Normalised indicator.
 *
 * In words, with min and max over the units: min-max l + (u - l) (x - min)/(max - min); scaled f (x - a)/(b - a); z-score
 * with a given mean and standard deviation (n - 1); rank from the smallest, Borda score rank - 1, percentile rank
 * (rank - 1)/(n - 1); distance to the best 1 - (max - x)/(max - min), to a reference unit, to a target
 * (x - min)/(target - min); fraction x/max; goalposts (x - low)/(high - low), cut to 0..1, times a factor.
 *
 * Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 6; Becker et al. (2022), COINr,
 * J. Open Source Softw. 7(78), 4567. Values are to be turned (times -1) before, where less is better.
 *
 * @returns NaN throughout where the range is zero: such an indicator tells units not apart
 * @example
 * normaliseColumn([2, 4, 6], { method: 'min-max', to: [1, 10] }) // => [1, 5.5, 10]
 * normaliseColumn([5, 5], { method: 'min-max', to: [0, 100] }) // => [NaN, NaN]
 */
export function normaliseColumn(values: readonly number[], scale: ColumnScale): number[] {
  const known = values.filter((value) => !Number.isNaN(value))
  const [least, most] = [Math.min(...known), Math.max(...known)]
  switch (scale.method) {
    case 'none':
      return [...values]
    case 'min-max': {
      const [low, high] = scale.to
      return values.map((value) => ((value - least) / (most - least)) * (high - low) + low)
    }
    case 'scaled': {
      const [low, high] = scale.from
      return values.map((value) => ((value - low) / (high - low)) * scale.factor)
    }
    case 'z-score': {
      const { mean, deviation } = meanAndDeviation(known)
      return values.map((value) => ((value - mean) / deviation) * scale.deviation + scale.mean)
    }
    case 'rank':
      return rankValues(values, scale.ties)
    case 'borda':
      return rankValues(values, scale.ties).map((rank) => rank - 1)
    case 'percentile-rank':
      return rankValues(values, scale.ties).map((rank) => (rank - 1) / (known.length - 1))
    case 'distance-to-best':
      return values.map((value) => 1 - (most - value) / (most - least))
    case 'distance-to-reference': {
      const reference = values[scale.place] ?? Number.NaN
      return cap(
        values.map((value) => 1 - (reference - value) / (reference - least)),
        scale.isCapped,
      )
    }
    case 'distance-to-target': {
      const { target, direction, isCapped } = scale
      const far = (value: number) =>
        direction === 1 ? (value - least) / (target - least) : (most - value) / (most - target)
      return cap(values.map(far), isCapped)
    }
    case 'fraction-of-best':
      return values.map((value) => value / most)
    case 'goalposts': {
      const [low, high] = scale.direction === 1 ? [scale.low, scale.high] : [scale.high, scale.low]
      return values.map((value) => {
        const share = (value - low) / (high - low)
        return scale.factor * (scale.isCut ? cut(share) : share)
      })
    }
  }
}

function meanAndDeviation(known: readonly number[]): { mean: number; deviation: number } {
  const rough = known.reduce((sum, value) => sum + value, 0) / known.length
  const mean = rough + known.reduce((sum, value) => sum + (value - rough), 0) / known.length
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / (known.length - 1)) }
}

function cap(values: number[], isCapped: boolean): number[] {
  return isCapped ? values.map((value) => Math.min(value, 1)) : values
}

function cut(share: number): number {
  return Math.min(1, Math.max(0, share))
}
