// The sample design of a case: column names turned into a checked Design.
import { type Design, makeDesign } from '#lib/stats/design'
import type { Dataset } from './dataset'
import type { DesignColumns } from './golden-case'

/** @throws StatisticsError as makeDesign does, e.g. missing_weight */
export function caseDesign(data: Dataset, columns: DesignColumns): Design {
  return makeDesign({
    weights: data.numbers(columns.weights),
    strata: columns.strata?.[0] ? data.column(columns.strata[0]) : null,
    clusters: columns.ids?.map((name) => data.column(name)) ?? null,
    populationSizes: columns.fpc?.map((name) => data.numbers(name)) ?? null,
    nest: columns.nest,
    lonelyPsu: columns.lonely_psu,
    adjustDomainLonely: columns.adjust_domain_lonely,
  })
}
