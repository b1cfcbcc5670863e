// The whole analysis of a campaign in the order in which it is declared before the follow-up wave: the commune-level test
// first, randomisation beside it, everything else as a check. One call, so that nobody picks the method that pleases.

import { type ClusterRobustEffect, clusterRobustEffect } from '#lib/stats/cluster-robust-effect'
import { type CommuneChange, communeChanges } from '#lib/stats/commune-changes'
import { type CommuneLevelEffect, communeLevelEffect } from '#lib/stats/commune-level-effect'
import type { Design } from '#lib/stats/design'
import { type DifferenceInDifferences, differenceInDifferences } from '#lib/stats/difference-in-differences'
import { allEffectAssumptions, type EffectAssumption, type EffectWarning } from '#lib/stats/effect-warnings'
import type { EstimateOptions } from '#lib/stats/estimate'
import type { Label } from '#lib/stats/label-codes'
import { type RandomisationTest, randomisationTest } from '#lib/stats/randomisation-test'
import type { CampaignData } from '#lib/stats/two-by-two'
import { type WildClusterBootstrap, wildClusterBootstrap } from '#lib/stats/wild-cluster-bootstrap'

export type CampaignStudy = {
  changes: CommuneChange[]
  /** Communes without answers in one of the waves. */
  leftOut: string[]
  /** The declared result. */
  primary: CommuneLevelEffect
  randomisation: RandomisationTest
  /** Checks, in smaller print. */
  designBased: DifferenceInDifferences
  clusterRobust: ClusterRobustEffect
  wildBootstrap: WildClusterBootstrap
  /** To be printed with the result, always; sentences in `EFFECT_ASSUMPTIONS`. */
  assumptions: EffectAssumption[]
  /** Everything that is weak in this study; sentences in `EFFECT_WARNINGS`. */
  warnings: EffectWarning[]
}

/**
 * Study of a campaign: all declared analyses of one outcome.
 *
 * In words: changes of communes, compared by the commune-level t test (primary) and by randomisation; difference in
 * differences with design-based, cluster-robust and wild-bootstrap errors as checks.
 *
 * Source: see the single functions; on declaring one primary analysis: Donald and Lang (2007); Young (2019).
 *
 * @param design the design of both waves together; villages asked twice keep their identity
 * @param data outcome, exposed (0/1), follow-up (0/1) of every row
 * @param communes commune of each row
 * @param options domain and level
 * @throws StatisticsError empty_domain, commune_in_both_groups, value_outside_range, length_mismatch, lonely_psu
 * @example
 * const design = makeDesign({ weights: [1, 1, 1, 1, 1, 1, 1, 1] })
 * const data = { values: [1, 2, 2, 3, 1, 2, 4, 6], isExposed: [0, 0, 0, 0, 1, 1, 1, 1], isAfter: [0, 0, 1, 1, 0, 0, 1, 1] }
 * const study = campaignStudy(design, data, ['a', 'b', 'a', 'b', 'c', 'd', 'c', 'd'])
 * study.primary.value // => 2.5
 * study.warnings // => ['significance_unreachable', 'these_communes_only', 'few_treated_communes']
 */
export function campaignStudy(
  design: Design,
  data: CampaignData,
  communes: ArrayLike<Label | null | undefined>,
  options: EstimateOptions = {},
): CampaignStudy {
  const { changes, leftOut } = communeChanges(design, data, communes, options.domain)
  const primary = communeLevelEffect(changes, options.level)
  const randomisation = randomisationTest(changes, options.level)
  const designBased = differenceInDifferences(design, data, options)
  const clusterRobust = clusterRobustEffect(design, data, communes, options)
  const wildBootstrap = wildClusterBootstrap(design, data, communes, options)
  const all = [primary, randomisation, designBased, clusterRobust, wildBootstrap].flatMap(
    ({ warnings }) => warnings,
  )
  return {
    changes,
    leftOut,
    primary,
    randomisation,
    designBased,
    clusterRobust,
    wildBootstrap,
    assumptions: allEffectAssumptions,
    warnings: [
      ...new Set<EffectWarning>([
        ...(leftOut.length > 0 ? (['commune_without_both_waves'] as const) : []),
        ...all,
      ]),
    ],
  }
}
