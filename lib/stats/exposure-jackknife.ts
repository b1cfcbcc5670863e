// The jackknife of the two readings of "exposed against not exposed" that are sums over cells. A village touches the cells of
// its own people only, so leaving it out changes a few sums and not all of them: a country's villages are left out one by one
// in the time that a district's took. The numbers are those of `replicateEstimate`.
import type { Design } from '#lib/stats/design'
import type { ExposureCells } from '#lib/stats/exposure-cells'
import { type JackknifeStep, jackknifeSteps } from '#lib/stats/replicates'

/** Exposed and other people of one cluster in one cell: weight, and weight times outcome. */
type Part = { unit: number; sums: Float64Array }

/**
 * Sums over cells: weight and weighted outcome of the exposed (0, 1) and of the others (2, 3); how many cells hold exposed (4)
 * and others (5), because a sum that is taken off again is not always exactly 0.
 */
type Totals = Float64Array

/**
 * Variance of the difference by the jackknife over clusters.
 *
 *     V = sum_r scale_r (theta_r - theta)^2
 *
 * Source: Wolter (2007), Introduction to Variance Estimation, section 4.6; readings as in `exposureShares`.
 *
 * @param difference the difference in the full sample
 * @returns NaN where the difference does not exist in one of the replicates
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1], clusters: [['a', 'a', 'b', 'b', 'c', 'c']] })
 * const cells = sortByCovariates(design, { outcome: [1, 0, 1, 1, 1, 0], isExposed: [1, 0, 1, 0, 1, 0], covariates: [] })
 * // differences without a, b, c: 1/2, 1, 1/2
 * exposureJackknifeVariance(design, cells, 'crude', 2 / 3).toFixed(4) // => '0.1111'
 */
export function exposureJackknifeVariance(
  design: Design,
  cells: ExposureCells,
  reading: 'crude' | 'standardised',
  difference: number,
): number {
  const { stratumOfUnit } = design.stages[0]!
  const parts = partsOfCells(design, cells)
  const cellsOfStratum = stratumCells(parts, stratumOfUnit, design.stages[0]!.drawn.length)
  const plain = parts.map((own) => cellTotals(own, () => 1, reading))
  const whole = new Float64Array(6)
  for (const totals of plain) add(whole, totals, 1)
  const without = ({ left, stratum, factor }: JackknifeStep) => {
    // a factor on all other clusters changes no mean
    const rest = stratum === null ? 1 : factor
    const own = stratumOfUnit[left]!
    const factorOf = (unit: number) => (unit === left ? 0 : stratumOfUnit[unit] === own ? rest : 1)
    const totals = whole.slice()
    for (const cell of cellsOfStratum[own]!) {
      add(totals, plain[cell]!, -1)
      add(totals, cellTotals(parts[cell]!, factorOf, reading), 1)
    }
    return differenceOf(totals)
  }
  return jackknifeSteps(design).reduce((sum, step) => sum + step.scale * (without(step) - difference) ** 2, 0)
}

function partsOfCells(design: Design, { cellOfRow, isExposed, outcome, levels }: ExposureCells): Part[][] {
  const { unitOfRow } = design.stages[0]!
  const parts = levels.map((): Part[] => [])
  const known = levels.map(() => new Map<number, Part>())
  for (let row = 0; row < cellOfRow.length; row++) {
    const cell = cellOfRow[row]!
    if (cell < 0) continue
    const unit = unitOfRow[row]!
    let part = known[cell]!.get(unit)
    if (!part) {
      part = { unit, sums: new Float64Array(4) }
      known[cell]!.set(unit, part)
      parts[cell]!.push(part)
    }
    const place = isExposed[row] === 1 ? 0 : 2
    part.sums[place]! += design.weights[row]!
    part.sums[place + 1]! += design.weights[row]! * outcome[row]!
  }
  return parts
}

function stratumCells(parts: readonly Part[][], stratumOfUnit: Int32Array, strata: number): number[][] {
  const found = Array.from({ length: strata }, () => new Set<number>())
  for (const [cell, own] of parts.entries())
    for (const { unit } of own) found[stratumOfUnit[unit]!]!.add(cell)
  return found.map((cells) => [...cells])
}

/** What a cell adds: added up anew from its clusters, so that an emptied group is exactly 0 and not almost. */
function cellTotals(
  parts: readonly Part[],
  factorOf: (unit: number) => number,
  reading: 'crude' | 'standardised',
): Totals {
  let [exposed, exposedOutcome, other, otherOutcome] = [0, 0, 0, 0]
  for (const { unit, sums } of parts) {
    const factor = factorOf(unit)
    exposed += factor * sums[0]!
    exposedOutcome += factor * sums[1]!
    other += factor * sums[2]!
    otherOutcome += factor * sums[3]!
  }
  const [hasExposed, hasOther] = [exposed > 0, other > 0]
  if (reading === 'crude')
    return Float64Array.of(exposed, exposedOutcome, other, otherOutcome, +hasExposed, +hasOther)
  if (!hasExposed || !hasOther) return new Float64Array(6)
  const all = exposed + other
  return Float64Array.of(all, (all * exposedOutcome) / exposed, all, (all * otherOutcome) / other, 1, 1)
}

function add(into: Totals, totals: Totals, sign: 1 | -1): void {
  for (let place = 0; place < 6; place++) into[place]! += sign * totals[place]!
}

const differenceOf = (totals: Totals) =>
  totals[4] === 0 || totals[5] === 0 ? Number.NaN : totals[1]! / totals[0]! - totals[3]! / totals[2]!
