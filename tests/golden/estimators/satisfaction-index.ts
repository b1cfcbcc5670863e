// Reference cases of kind `satisfaction_index`: both readings, group by group.
import type { Design } from '#lib/stats/design'
import { describeDomain } from '#lib/stats/domain'
import { type SatisfactionFactor, satisfactionIndex } from '#lib/stats/satisfaction-index'
import { StatisticsError } from '#lib/stats/statistics-error'
import { caseDesign } from '../case-design'
import { caseCodes, caseFactors } from '../case-index'
import type { GoldenCase } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { groupRows, selectRows } from '../select-rows'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const design = caseDesign(data, testCase.design!)
  const factors = caseFactors(data, testCase)
  const groups = groupRows(data, testCase.by, selectRows(data, testCase.subset))
  return { groups: groups.map(({ key, rows }) => ({ key, ...indexOf(testCase, design, factors, rows) })) }
}

function indexOf(testCase: GoldenCase, design: Design, factors: SatisfactionFactor[], domain: Uint8Array) {
  const isPooled = testCase.method === 'pooled_item_share'
  const { n, degreesOfFreedom } = describeDomain(design, domain)
  try {
    const { index, components, covariance, standardErrorIfIndependent } = satisfactionIndex(design, factors, {
      codes: caseCodes(testCase),
      reading: isPooled ? 'pooled-item-share' : 'mean-of-item-shares',
      domain,
      level: testCase.level,
    })
    const shares = components.map(({ name, share }) => ({
      [isPooled ? 'factor' : 'item']: name,
      estimate: share.value,
      se: share.standardError,
    }))
    return {
      n: index.n,
      [isPooled ? 'factors' : 'items']: shares,
      covariance,
      index: index.value,
      se: index.standardError,
      df: index.degreesOfFreedom,
      ci_low: index.low,
      ci_high: index.high,
      se_if_independent: standardErrorIfIndependent,
    }
  } catch (error) {
    // A group in which nobody answered a factor has no index: "not available", while the other groups have theirs.
    if (!(error instanceof StatisticsError) || error.code !== 'zero_denominator') throw error
    return {
      n,
      index: null,
      se: null,
      df: degreesOfFreedom,
      ci_low: null,
      ci_high: null,
      se_if_independent: null,
    }
  }
}
