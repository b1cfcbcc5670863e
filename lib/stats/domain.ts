// Which rows an estimate speaks about, and how much the design knows about them. A domain is an indicator over all
// rows; it decides the estimate and the degrees of freedom but never how many clusters a stratum has.

import { checkLength, type Design } from '#lib/stats/design'
import { StatisticsError } from '#lib/stats/statistics-error'

/** Rows with a value other than 0 belong to the domain. Null means all rows. */
export type Domain = Uint8Array | null

export type DomainInput = ArrayLike<number | boolean> | null | undefined

export interface DomainSummary {
  /** rows of the domain with a weight above 0 */
  n: number
  weightSum: number
  /** first-stage clusters, and strata, that hold such a row */
  clusters: number
  strata: number
  /** clusters - strata (Korn, Graubard 1999, Analysis of Health Surveys, section 5.2; R `degf(subset)`) */
  degreesOfFreedom: number
}

/**
 * The rows an estimate is made from: in the domain, and with a value in every column used.
 *
 * Errors: length_mismatch; empty_domain when no such row has a weight above 0.
 */
export function activeRows(design: Design, domain: DomainInput, columns: Float64Array[]): Uint8Array {
  if (domain) checkLength(domain.length, design.size, 'domain values')
  for (const column of columns) checkLength(column.length, design.size, 'values')
  const active = new Uint8Array(design.size)
  let isEmpty = true
  for (let row = 0; row < design.size; row++) {
    if (domain && !domain[row]) continue
    if (columns.some((column) => Number.isNaN(column[row]))) continue
    active[row] = 1
    if (design.weights[row]! > 0) isEmpty = false
  }
  if (isEmpty) {
    throw new StatisticsError(
      'empty_domain',
      'No row with a weight above 0 belongs to the domain: there is nothing to estimate.',
    )
  }
  return active
}

/** The union of domains: the rows a comparison of their estimates speaks about. */
export function uniteDomains(domains: Domain[], size: number): Domain {
  if (domains.includes(null)) return null
  const union = new Uint8Array(size)
  for (const domain of domains) for (let row = 0; row < size; row++) if (domain![row]) union[row] = 1
  return union
}

/**
 * Respondents, clusters and degrees of freedom of a domain.
 *
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 0], clusters: [['a', 'a', 'b', 'c']] })
 * describeDomain(design, null) // => { n: 3, weightSum: 3, clusters: 2, strata: 1, degreesOfFreedom: 1 }
 */
export function describeDomain(design: Design, domain: Domain): DomainSummary {
  const { unitOfRow, stratumOfUnit, drawn } = design.stages[0]!
  const hasUnit = new Uint8Array(stratumOfUnit.length)
  const hasStratum = new Uint8Array(drawn.length)
  const summary = { n: 0, weightSum: 0, clusters: 0, strata: 0, degreesOfFreedom: 0 }
  for (let row = 0; row < design.size; row++) {
    const weight = design.weights[row]!
    if (weight === 0 || (domain && !domain[row])) continue
    summary.n++
    summary.weightSum += weight
    hasUnit[unitOfRow[row]!] = 1
  }
  for (let unit = 0; unit < hasUnit.length; unit++) {
    if (!hasUnit[unit]) continue
    summary.clusters++
    hasStratum[stratumOfUnit[unit]!] = 1
  }
  for (const present of hasStratum) summary.strata += present
  summary.degreesOfFreedom = summary.clusters - summary.strata
  return summary
}
