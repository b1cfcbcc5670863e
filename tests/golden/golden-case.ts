// The shape of one reference case, as read from cases/*.json. Only what every case shares is typed closely; the fields
// of one kind of estimator are read by its own file in estimators/.

export type Value = string | number | null

/** One condition on a column; a missing value fulfils none. */
export interface Condition {
  var: string
  op: '==' | '!=' | 'in' | '>=' | '<=' | '<' | '>' | 'not_missing'
  value: string | number | (string | number)[] | null
}

/** The sample design as column names of the data set. */
export interface DesignColumns {
  ids: string[] | null
  strata: string[] | null
  weights: string
  fpc: string[] | null
  fpc_kind: string | null
  nest: boolean
  lonely_psu: 'fail' | 'remove' | 'adjust' | 'average' | 'certainty'
  adjust_domain_lonely: boolean
}

export interface GoldenCase {
  id: string
  status: 'required' | 'optional' | 'informative'
  estimator: string
  method?: string
  dataset?: string
  design?: DesignColumns | null
  variable?: string | null
  categories?: (string | number)[] | null
  numerator?: string | null
  denominator?: string | null
  subset?: Condition[] | null
  by?: string[] | null
  level?: number
  missing?: string
  tolerance: { rel: number; abs: number }
  expected: Record<string, unknown>
  /** Fields of one kind of estimator. */
  [field: string]: unknown
}
