// How far a calibrated weight may move from its base weight, and at what price: the three classical distance functions,
// each written as the weight ratio F(u) that belongs to a linear predictor u, and its slope.

/** Ratio of the final to the base weight as a function of the linear predictor, with its slope. */
export type CalibrationDistance = {
  ratio: (predictor: number) => number
  slope: (predictor: number) => number
}

export type CalibrationDistanceName = 'linear' | 'raking' | 'logit'

/** Smallest and largest ratio of final to base weight that is allowed. */
export type RatioBounds = { lower: number; upper: number }

/**
 * Distance function of a calibration: linear F = 1 + u, raking F = exp(u), both cut at the bounds if there are any; logit F
 * runs smoothly between its bounds.
 *
 * Source: Deville and Sarndal (1992), J. Amer. Statist. Assoc. 87, 376-382, cases 1, 2, 6 and 7 of section 2.
 *
 * @param name which distance
 * @param bounds ratio bounds around one; needed for logit
 * @returns the ratio and its slope as functions of the linear predictor
 * @throws RangeError if the bounds do not lie around one, or logit has none
 * @example
 * makeCalibrationDistance('linear', null).ratio(0.5) // => 1.5
 * makeCalibrationDistance('logit', { lower: 0.5, upper: 3 }).ratio(0) // => 1
 */
export function makeCalibrationDistance(
  name: CalibrationDistanceName,
  bounds: RatioBounds | null,
): CalibrationDistance {
  if (bounds && !(bounds.lower < 1 && bounds.upper > 1))
    throw new RangeError('ratio bounds must lie below and above one')
  if (name === 'logit') return makeLogit(bounds)
  const free: CalibrationDistance =
    name === 'linear' ? { ratio: (u) => 1 + u, slope: () => 1 } : { ratio: Math.exp, slope: Math.exp }
  return bounds ? cutAtBounds(free, bounds) : free
}

function cutAtBounds(free: CalibrationDistance, { lower, upper }: RatioBounds): CalibrationDistance {
  return {
    ratio: (u) => Math.min(upper, Math.max(lower, free.ratio(u))),
    slope: (u) => (free.ratio(u) > lower && free.ratio(u) < upper ? free.slope(u) : 0),
  }
}

function makeLogit(bounds: RatioBounds | null): CalibrationDistance {
  if (!bounds || !Number.isFinite(bounds.lower) || !Number.isFinite(bounds.upper)) {
    throw new RangeError('the logit distance needs two finite ratio bounds')
  }
  const { lower, upper } = bounds
  const steepness = (upper - lower) / ((1 - lower) * (upper - 1))
  const ratio = (u: number) => {
    // Written with the falling exponential on either side, so that no predictor overflows.
    const e = Math.exp(-Math.abs(steepness * u))
    const [low, high] = u >= 0 ? [e, 1] : [1, e]
    return (lower * (upper - 1) * low + upper * (1 - lower) * high) / ((upper - 1) * low + (1 - lower) * high)
  }
  const slope = (u: number) => {
    const f = ratio(u)
    return ((f - lower) * (upper - f)) / ((1 - lower) * (upper - 1))
  }
  return { ratio, slope }
}
