// Reference cases of kind `mcdonald_omega`. The reference gives the size of the loadings, not their sign.
import { mcdonaldOmega } from '#lib/stats/mcdonald-omega'
import { caseScale } from '../case-scale'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const result = mcdonaldOmega(caseScale(testCase, folder))
  return {
    n: result.n,
    k: result.items,
    omega: result.omega,
    loadings: result.loadings.map(Math.abs),
    uniquenesses: result.uniquenesses,
  }
}
