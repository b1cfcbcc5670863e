// Mistakes that real programs for surveys have made, each as one replacement in the code. The reference cases must notice
// every one of them. When a line named here changes, `npm run faults` says so.

export interface Fault {
  name: string
  file: string
  /** code as it stands, found exactly once */
  from: string
  to: string
}

export const faults: Fault[] = [
  {
    name: 'n instead of n - 1 in the variance',
    file: 'lib/stats/stage-covariance.ts',
    from: 'drawn / (drawn - 1)',
    to: 'drawn / drawn',
  },
  {
    name: 'no population correction',
    file: 'lib/stats/stage-covariance.ts',
    from: 'const notDrawn = 1 - stage.fraction[totals.stratum]!',
    to: 'const notDrawn = 1',
  },
  {
    name: 'clusters without a member of the domain forgotten',
    file: 'lib/stats/stage-covariance.ts',
    from: 'absent * centre[j]! * centre[k]!',
    to: '0',
  },
  {
    name: 'single clusters add nothing under the rule adjust',
    file: 'lib/stats/stage-covariance.ts',
    from: "if (handling.lonelyPsu === 'adjust') return 'overall'",
    to: "if (handling.lonelyPsu === 'adjust') return 'none'",
  },
  {
    name: 'strata ignored',
    file: 'lib/stats/design.ts',
    from: 'if (!input.strata) return',
    to: 'if (size > 0) return',
  },
  {
    name: 'clusters ignored',
    file: 'lib/stats/design.ts',
    from: 'if (!column) return { codes',
    to: 'if (size > 0) return { codes',
  },
  {
    name: 'second stage ignored',
    file: 'lib/stats/design.ts',
    from: 'const counted = Math.max(1, Math.min(clusters.length || 1, populationSizes.length))',
    to: 'const counted = 1',
  },
  {
    name: 'negative weights accepted',
    file: 'lib/stats/design.ts',
    from: 'if (weight! < 0)',
    to: 'if (weight! < -1e300)',
  },
  {
    name: 'normal instead of t in intervals',
    file: 'lib/stats/estimate.ts',
    from: 'studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError',
    to: 'studentTQuantile((1 + level) / 2, Infinity) * standardError',
  },
  {
    name: 'one degree of freedom too many',
    file: 'lib/stats/domain.ts',
    from: 'summary.degreesOfFreedom = summary.clusters - summary.strata',
    to: 'summary.degreesOfFreedom = summary.clusters - summary.strata + 1',
  },
  {
    name: 'Korn-Graubard not cut at n',
    file: 'lib/stats/proportion-interval.ts',
    from: 'Math.min(facts.n, kornGraubardSize(facts, t))',
    to: 'kornGraubardSize(facts, t)',
  },
  {
    name: 'calibration forgotten in the variance',
    file: 'lib/stats/design-covariance.ts',
    from: 'calibration ? influence.map((column) => calibration.residuals(column)) : influence',
    to: 'influence',
  },
  {
    name: 'raking stopped early',
    file: 'lib/stats/rake.ts',
    from: 'const TOLERANCE = 1e-10',
    to: 'const TOLERANCE = 1e-3',
  },
  {
    name: 'Holm without running maxima',
    file: 'lib/stats/adjust-p-values.ts',
    from: 'Math.max(running, candidate)',
    to: 'candidate',
  },
  {
    name: 'alpha without k/(k-1)',
    file: 'lib/stats/cronbach-alpha.ts',
    from: '(count / (count - 1)) * (1 - diagonal / total)',
    to: '1 - diagonal / total',
  },
  {
    name: 'the attacker does not look at column totals',
    file: 'lib/secrecy/attacker-ranges.ts',
    from: 'for (const equation of equations)',
    to: 'for (const equation of equations.slice(0, 1))',
  },
  {
    name: 'differencing looks at counts of one side only',
    file: 'lib/secrecy/differencing.ts',
    from: '|| (onlyA === 0 && isSmall(onlyB))',
    to: '',
  },
]
