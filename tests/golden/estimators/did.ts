// Reference cases of kind `did`: the same campaign effect with the errors of five methods.
import { clusterRobustEffect } from '#lib/stats/cluster-robust-effect'
import { communeChanges } from '#lib/stats/commune-changes'
import { communeLevelEffect } from '#lib/stats/commune-level-effect'
import type { Design } from '#lib/stats/design'
import { differenceInDifferences } from '#lib/stats/difference-in-differences'
import { randomisationTest } from '#lib/stats/randomisation-test'
import type { CampaignData } from '#lib/stats/two-by-two'
import { wildClusterBootstrap } from '#lib/stats/wild-cluster-bootstrap'
import { analysedVariable } from '../analysed-variable'
import { zeroOne } from '../case-campaign'
import { caseDesign } from '../case-design'
import type { GoldenCase, Value } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'
import { keepRows } from '../keep-rows'
import { selectRows } from '../select-rows'

interface Campaign {
  design: Design
  data: CampaignData
  communes: Value[]
  domain: Uint8Array
  level: number
}

const methods: Record<string, (campaign: Campaign) => unknown> = {
  design_based: designBased,
  cluster_robust: clusterRobust,
  wild_cluster_bootstrap: wild,
  cluster_level_t: communeLevel,
  randomisation_inference: randomisation,
}

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const method = methods[testCase.method!]
  if (!method) throw new Error(`unknown method ${testCase.method}`)
  const all = folder.dataset(testCase)
  const data = testCase.missing === 'drop_rows' ? keepRows(all, selectRows(all, testCase.subset)) : all
  return method({
    design: caseDesign(data, testCase.design!),
    data: {
      values: analysedVariable(data, testCase.variable!, testCase.categories),
      isExposed: zeroOne(data.column(testCase.group as string)),
      isAfter: zeroOne(data.column(testCase.time as string)),
    },
    communes: testCase.cluster ? data.column(testCase.cluster as string) : [],
    domain: selectRows(data, testCase.subset),
    level: testCase.level ?? 0.95,
  })
}

function designBased({ design, data, domain, level }: Campaign) {
  const { effect, means, statistic, pValue } = differenceInDifferences(design, data, { domain, level })
  return {
    n: effect.n,
    mean_control_pre: means.otherBefore,
    mean_control_post: means.otherAfter,
    mean_exposed_pre: means.exposedBefore,
    mean_exposed_post: means.exposedAfter,
    estimate: effect.value,
    se: effect.standardError,
    df: effect.degreesOfFreedom,
    ci_low: effect.low,
    ci_high: effect.high,
    t: statistic,
    p_value: pValue,
  }
}

function clusterRobust({ design, data, communes, domain, level }: Campaign) {
  const effect = clusterRobustEffect(design, data, communes, { domain, level })
  return {
    n: effect.n,
    clusters: effect.communes,
    estimate: effect.value,
    se_cr0: effect.standardErrorCr0,
    se_cr1: effect.standardErrorCr1,
    df: effect.degreesOfFreedom,
    ci_low: effect.low,
    ci_high: effect.high,
    t: effect.statistic,
    p_value: effect.pValue,
    se_cr2: effect.standardErrorCr2,
    df_satterthwaite_cr2: effect.degreesOfFreedomCr2,
  }
}

function wild({ design, data, communes, domain }: Campaign) {
  const {
    communes: clusters,
    draws,
    statistic,
    pValue,
  } = wildClusterBootstrap(design, data, communes, { domain })
  return { clusters, draws, t: statistic, p_value: pValue }
}

function communeLevel({ design, data, communes, domain, level }: Campaign) {
  const { changes } = communeChanges(design, data, communes, domain)
  const { value, standardError, degreesOfFreedom, low, high, pValue, welch } = communeLevelEffect(
    changes,
    level,
  )
  const order = [...new Set(communes.filter((name) => name !== null))].sort((a, b) => (a < b ? -1 : 1))
  return {
    clusters: order.flatMap((cluster) => {
      const change = changes.find(({ commune }) => commune === String(cluster))
      return change ? [{ cluster, group: Number(change.isExposed), change: change.change }] : []
    }),
    estimate: value,
    se: standardError,
    df: degreesOfFreedom,
    ci_low: low,
    ci_high: high,
    p_value: pValue,
    welch: {
      se: welch.standardError,
      df: welch.degreesOfFreedom,
      ci_low: welch.low,
      ci_high: welch.high,
      p_value: welch.pValue,
    },
  }
}

function randomisation({ design, data, communes, domain, level }: Campaign) {
  const { changes } = communeChanges(design, data, communes, domain)
  const test = randomisationTest(changes, level)
  return {
    statistic: test.statistic,
    assignments: test.assignments,
    p_value: test.pValue,
    ci_low: test.low,
    ci_high: test.high,
  }
}
