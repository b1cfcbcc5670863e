// The one error of lib/stats: a broken contract that makes a number meaningless (a negative weight, a cluster in
// two strata). It carries a code for programs and a sentence for people. Expected gaps (one cluster, no interval)
// are not errors: they come back as null and a warning inside the estimate.

export type StatisticsErrorCode =
  | 'negative_weight'
  | 'missing_weight'
  | 'missing_design_variable'
  | 'psu_in_several_strata'
  | 'fpc_below_sample'
  | 'fpc_varies_in_stratum'
  | 'lonely_psu'
  | 'empty_domain'
  | 'length_mismatch'
  | 'missing_value'
  | 'zero_denominator'
  | 'value_outside_range'
  | 'singular_matrix'
  | 'not_converged'
  | 'margin_category_missing'
  | 'margin_category_not_in_sample'
  | 'margin_totals_differ'
  | 'margin_total_not_positive'
  | 'trimming_impossible'
  | 'commune_in_both_groups'

/** What is at fault (a margin, a category, a unit), so that a page can say it in Vietnamese. */
export type StatisticsErrorDetails = Record<string, string | number | null>

/**
 * Thrown by every function of lib/stats that refuses to give a number.
 *
 * `code` names the kind of refusal, `message` says what is wrong, where, and how to mend it; `details` are its facts.
 */
export class StatisticsError extends Error {
  readonly code: StatisticsErrorCode
  readonly details: StatisticsErrorDetails

  constructor(code: StatisticsErrorCode, message: string, details: StatisticsErrorDetails = {}) {
    super(message)
    this.name = 'StatisticsError'
    this.code = code
    this.details = details
  }
}
