// The one shape that charts, tables and CSV files read, so that a picture and a file can never disagree.

export type CellStatus =
  | 'ok'
  | 'too-few' // fewer answers than the index's minimum: no number is shown, "ít dữ liệu"
  | 'single-cluster' // no sampling error can be computed: the value stands without interval
  | 'no-design' // open survey without a sample: the value describes the answers only, no interval, no rank
  | 'missing' // nothing measured or entered
  | 'not-comparable' // a break of method or of units lies between the two ends of a change

export type Cell = {
  unit: string
  /** Code of the criterion in the index, or of the variable and option in a distribution ("acc_1=4"). */
  criterion: string
  /** The wave (or year of entered scores) the figure is for; "a→b" for a change. */
  period: string
  /** In the unit of `scale`; null whenever status forbids a number. */
  value: number | null
  low: number | null
  high: number | null
  /** Unweighted number of answers behind the value. */
  n: number
  status: CellStatus
  scale: 'percent' | 'points' | 'difference' | 'count'
  /** Index or form version and interval method, e.g. "sipas.v1; share satisfied; Taylor, t". */
  method: string
}
