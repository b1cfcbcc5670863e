// How many people answered a question at all. The surprise: "don't know" is kept apart from "missing", because the
// first says something about the person and the second often about the interviewer or the form.
import { StatisticsError } from './statistics-error'

export interface AnswerCodes {
  /** codes that are answers */
  validCodes: readonly number[]
  /** codes that mean "don't know" */
  dontKnowCodes: readonly number[]
}

export interface ItemNonresponse {
  /** records */
  n: number
  valid: number
  dontKnow: number
  missing: number
  /** records with a code that is in no list, e.g. a typing error; 0 in a checked file */
  unknownCode: number
  /** weighted shares of all records, 0..1; null when the weights add up to 0 */
  validRate: number | null
  dontKnowRate: number | null
  missingRate: number | null
}

/**
 * Item non-response: how many records hold a valid answer, a "don't know" or nothing.
 *
 * Formula: counts of records; each rate is the sum of the weights of those records over the sum of all weights.
 * Source: AAPOR (2023) Standard Definitions, section on item non-response.
 * @param answers one code per record, null where nothing is recorded
 * @param weights one per record; left out: every record counts once
 * @throws StatisticsError length_mismatch, missing_weight
 * @example
 * itemNonresponse([1, 5, 8, null], { validCodes: [1, 2, 3, 4, 5], dontKnowCodes: [8] }).validRate // => 0.5
 */
export function itemNonresponse(
  answers: ArrayLike<number | null>,
  codes: AnswerCodes,
  weights: ArrayLike<number | null> | null = null,
): ItemNonresponse {
  if (weights && weights.length !== answers.length) {
    const message = `There are ${weights.length} weights for ${answers.length} records.`
    throw new StatisticsError('length_mismatch', message)
  }
  const kindOf = new Map<number | null, 'valid' | 'dontKnow' | 'missing'>([[null, 'missing']])
  for (const code of codes.dontKnowCodes) kindOf.set(code, 'dontKnow')
  for (const code of codes.validCodes) kindOf.set(code, 'valid')
  const counts = { valid: 0, dontKnow: 0, missing: 0, unknownCode: 0 }
  const weighted = { ...counts }
  let total = 0
  for (let record = 0; record < answers.length; record++) {
    const weight = weights ? weights[record] : 1
    if (weight === null || weight === undefined || Number.isNaN(weight)) {
      throw new StatisticsError('missing_weight', `Record ${record + 1} has no weight.`)
    }
    const kind = kindOf.get(answers[record]!) ?? 'unknownCode'
    counts[kind]++
    weighted[kind] += weight
    total += weight
  }
  const rate = (part: number) => (total > 0 ? part / total : null)
  return {
    n: answers.length,
    ...counts,
    validRate: rate(weighted.valid),
    dontKnowRate: rate(weighted.dontKnow),
    missingRate: rate(weighted.missing),
  }
}
