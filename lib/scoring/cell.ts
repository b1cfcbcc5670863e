// The one shape that charts, tables and CSV files read, so that a picture and a file can never disagree.

import type { Continuity } from '#lib/lineage/continuity'
import type { EntryChoice } from '#lib/surveys/collection'

export type CellStatus =
  | 'ok'
  | 'too-few' // fewer answers than the index's minimum: no number is shown, "ít dữ liệu"
  | 'single-cluster' // no sampling error can be computed: the value stands without interval
  | 'no-design' // answers without a sample: the value describes the answers only, no interval, no rank
  | 'missing' // nothing measured or entered
  | 'not-applicable' // the criterion does not apply to the unit: it leaves the maximum
  | 'not-comparable' // a break of method or of units lies between the two ends of a change

/** What a reader should know beside the number; each has its sentence on the page and its word in the file. */
export type CellFlag =
  | 'rescaled' // part of the weight was not measured, the rest stands for the whole as the definition allows
  | 'published' // taken over from its publisher, not computed here
  | 'exact' // an entered figure: no sampling error
  | 'everyone' // all people it speaks of were asked and answered: no sampling error
  | 'partly-applicable' // some criteria do not apply: points are of the rest
  | 'counted-zero' // nothing was entered, which the definition counts as no points
  | 'treated' // outliers among the units were pulled in or the scale was bent before this criterion was placed
  | 'no-text' // its points or weights stand in no official text: they are our own setting
  | 'unofficial' // somebody tried other weights: a thought, no result
  | 'few-clusters' // fewer than 8 degrees of freedom: the interval itself is rough
  | 'lonely-cluster' // a stratum with one village (one drawn person) was centred at the mean of the others
  | 'thin-response' // in some group fewer than a third of the drawn people answered
  | 'wide' // the interval covers 30 % of the scale or more
  | 'unlinked' // the two waves share no village: the change has no gain from repeating
  | 'bounded' // errors of both ends added up, whatever they have in common: never too narrow
  | 'unclear' // the interval of a change holds 0, after correction for comparing many units
  | 'units-changed'
  | 'units-merged' // one end of the change is made of the answers of several whole units, see `continuity`
  | 'unmatched' // villages cannot be matched across a merger: the waves count as independent samples
  | 'not-added' // figures entered for several units stand in it, which cannot be added
  | 'few-in-part' // one of those units has fewer answers than the minimum by itself
  | 'method-changed'
  | 'design-changed'

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
  /** Null where no sampling error exists or may be shown. */
  standardError: number | null
  /** Clusters (drawn people) less strata behind the interval; null without a sample. */
  degreesOfFreedom: number | null
  /** Full marks on the same scale; null for counts. */
  maximum: number | null
  /** Unweighted number of people behind the value: answers to the question of the criterion that most people answered. */
  n: number
  /** By what right the answers behind it were given; null where no answers are (published figures). */
  entry: EntryChoice | null
  status: CellStatus
  flags: CellFlag[]
  scale: 'percent' | 'points' | 'difference' | 'count'
  /** Index or form version and interval method, e.g. "sipas.v1; citizen-satisfaction.v1; Taylor, t, 95 %". */
  method: string
  /** Only in changes of a unit that is not the same in both periods: how the two ends belong together. */
  continuity?: Continuity
}
