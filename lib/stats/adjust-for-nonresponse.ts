// Those who answered also speak for those of their class (village, or village x sex x age) who did not. A class with few
// answers, or whose answers must speak for many, is flagged so that somebody joins it with a neighbour: the function
// itself never moves people between classes.

import { StatisticsError } from '#lib/stats/statistics-error'

export type NonresponseClass = {
  name: string
  sampled: number
  respondents: number
  /** What the weights of the respondents were multiplied by. */
  factor: number
  warnings: ('few_respondents' | 'large_factor')[]
}

export type NonresponseLimits = { minimumRespondents: number; maximumFactor: number }

/** A class should hold at least 20 respondents and need a factor of at most 3. */
const USUAL_LIMITS: NonresponseLimits = { minimumRespondents: 20, maximumFactor: 3 }

/**
 * Non-response adjustment by weighting classes.
 *
 * In words: inside each class, weight of a respondent times (sum of the weights of all sampled / sum of the weights of the
 * respondents); non-respondents get zero, and the class keeps its total.
 *
 * Source: Oh and Scheuren (1983), Incomplete Data in Sample Surveys vol. 2, 143-184; Valliant, Dever and Kreuter (2018),
 * section 13.5.
 *
 * @param weights base weights of all sampled persons
 * @param classes class of each sampled person
 * @param hasResponded whether each sampled person answered
 * @param limits when a class is flagged; usual limits if left out
 * @returns adjusted weights and one line per class, in order of first appearance
 * @throws StatisticsError margin_category_not_in_sample when a class has nobody who answered: join it with another
 * @example
 * const { weights } = adjustForNonresponse([10, 10, 20], ['a', 'a', 'b'], [true, false, true])
 * [...weights] // => [20, 0, 20]
 */
export function adjustForNonresponse(
  weights: ArrayLike<number>,
  classes: readonly string[],
  hasResponded: readonly boolean[],
  limits: NonresponseLimits = USUAL_LIMITS,
): { weights: Float64Array; classes: NonresponseClass[] } {
  if (classes.length !== weights.length || hasResponded.length !== weights.length) {
    throw new StatisticsError(
      'length_mismatch',
      'Weights, classes and responses must have one value per person.',
    )
  }
  const sums = new Map<string, { sampled: number; respondents: number; all: number; answered: number }>()
  for (const [row, name] of classes.entries()) {
    const sum = sums.get(name) ?? { sampled: 0, respondents: 0, all: 0, answered: 0 }
    sums.set(name, sum)
    sum.sampled++
    sum.all += weights[row]!
    if (!hasResponded[row]) continue
    sum.respondents++
    sum.answered += weights[row]!
  }
  const lines = [...sums].map(([name, sum]) => {
    if (!(sum.answered > 0)) {
      throw new StatisticsError(
        'margin_category_not_in_sample',
        `Nobody of the weighting class "${name}" answered; join it with a neighbouring class.`,
        { margin: 'weighting class', category: name },
      )
    }
    const factor = sum.all / sum.answered
    const warnings: NonresponseClass['warnings'] = []
    if (sum.respondents < limits.minimumRespondents) warnings.push('few_respondents')
    if (factor > limits.maximumFactor) warnings.push('large_factor')
    return { name, sampled: sum.sampled, respondents: sum.respondents, factor, warnings }
  })
  const factors = new Map(lines.map((line) => [line.name, line.factor]))
  return {
    weights: Float64Array.from(weights, (weight, row) =>
      hasResponded[row] ? weight * factors.get(classes[row]!)! : 0,
    ),
    classes: lines,
  }
}
