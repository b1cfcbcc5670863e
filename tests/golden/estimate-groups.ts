// What the cases of kind mean, total, ratio, proportion and quantile have in common: one result for the selected rows
// or one per group of `by`, in the field names of the format. A group in which nobody answered is "not available".
import type { Design } from '#lib/stats/design'
import type { Estimate } from '#lib/stats/estimate'
import { StatisticsError } from '#lib/stats/statistics-error'
import { caseDesign } from './case-design'
import type { Dataset } from './dataset'
import type { GoldenCase } from './golden-case'
import type { GoldenFolder } from './golden-folder'
import { groupRows, selectRows } from './select-rows'

type Fields = Record<string, unknown>

export interface DomainCase {
  data: Dataset
  design: Design
  domain: Uint8Array
}

/** Runs `estimate` on the rows of the case, group by group where the case says `by`. */
export function estimateGroups(
  testCase: GoldenCase,
  folder: GoldenFolder,
  estimate: (domainCase: DomainCase) => Fields,
): Fields {
  const data = folder.table(`data/${testCase.dataset}`)
  const design = caseDesign(data, testCase.design!)
  const groups = groupRows(data, testCase.by, selectRows(data, testCase.subset))
  if (!testCase.by?.length) return estimate({ data, design, domain: groups[0]!.rows })
  return {
    groups: groups.map(({ key, rows }) => ({
      key,
      ...orNothing(() => estimate({ data, design, domain: rows })),
    })),
  }
}

export function orNothing(estimate: () => Fields): Fields {
  try {
    return estimate()
  } catch (error) {
    if (!(error instanceof StatisticsError) || error.code !== 'empty_domain') throw error
    const unknown = {
      estimate: null,
      se: null,
      ci_low: null,
      ci_high: null,
      deff: null,
      deff_wr: null,
      n_eff: null,
    }
    return { n: 0, sum_weights: 0, n_psu: 0, n_strata: 0, df: 0, ...unknown }
  }
}

/** An estimate in the field names of the format. */
export function estimateFields(estimate: Estimate): Fields {
  return {
    n: estimate.n,
    sum_weights: estimate.weightSum,
    n_psu: estimate.clusters,
    n_strata: estimate.strata,
    estimate: estimate.value,
    se: estimate.standardError,
    df: estimate.degreesOfFreedom,
    ci_low: estimate.low,
    ci_high: estimate.high,
    deff: estimate.designEffect,
    deff_wr: estimate.designEffectWithReplacement,
    n_eff: estimate.effectiveN,
  }
}
