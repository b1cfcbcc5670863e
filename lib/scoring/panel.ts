// The villages behind a comparison as one sample design, one row a village. A village that was drawn in two waves is one
// row, so that what its people have in common in both waves comes out of the error of the change. A unit's own villages
// are whole strata of the wave's design: estimating from them alone is estimating a domain.
import type { Sample, SampleCluster } from '#lib/scoring/sample'
import { type Design, makeDesign } from '#lib/stats/design'

export type Panel = {
  design: Design
  /** Sample -> its villages, each with its row in the design. */
  rows: Map<Sample, { cluster: SampleCluster; row: number }[]>
  /** True when some village serves in more than one of the samples. */
  isLinked: boolean
}

/** A wave and the units whose villages are wanted of it; null: all. */
export type PanelPart = { sample: Sample; units: ReadonlySet<string> | null }

/** The design of the given units' villages in one or more waves; null when none has an answer. */
export function makePanel(samples: readonly Sample[], units: ReadonlySet<string> | null): Panel | null {
  return joinPanel(samples.map((sample) => ({ sample, units })))
}

/**
 * The same with units of its own for each wave: a unit may have been several units before.
 * Villages of two waves are linked where a stratum has at least one village in both (then all of that stratum is read
 * as one panel); otherwise each wave's stratum stands for itself.
 * Source: method of linked waves as in Särndal, Swensson, Wretman (1992) section 9.9: one row, influence values added.
 */
export function joinPanel(parts: readonly PanelPart[]): Panel | null {
  const own = parts.map((part) => ({ sample: part.sample, clusters: clustersOf(part) }))
  const linked = linkedStrata(own.map(({ clusters }) => clusters))
  const index = new Map<string, number>()
  const strata: string[] = []
  const rows: Panel['rows'] = new Map()
  let isLinked = false
  for (const { sample, clusters } of own) {
    const places = clusters.map((cluster) => {
      const wave = linked.has(stratumKey(cluster)) ? '' : sample.wave
      const key = JSON.stringify([wave, cluster.unit, cluster.stratum, cluster.cluster])
      const known = index.get(key)
      if (known !== undefined) isLinked = true
      const row = known ?? index.size
      index.set(key, row)
      strata[row] = JSON.stringify([wave, cluster.unit, cluster.stratum])
      return { cluster, row }
    })
    rows.set(sample, places)
  }
  if (index.size === 0) return null
  const weights = new Float64Array(index.size).fill(1)
  const design = makeDesign({ weights, strata, clusters: [[...index.keys()]], lonelyPsu: 'adjust' })
  return { design, rows, isLinked }
}

/** The villages of a sample by unit; a country has thousands of units, and each asks for its own. */
const byUnit = new WeakMap<Sample, Map<string, SampleCluster[]>>()

function clustersOf({ sample, units }: PanelPart): SampleCluster[] {
  if (!units) return sample.clusters
  let known = byUnit.get(sample)
  if (!known) {
    known = new Map()
    for (const cluster of sample.clusters) {
      const own = known.get(cluster.unit)
      if (own) own.push(cluster)
      else known.set(cluster.unit, [cluster])
    }
    byUnit.set(sample, known)
  }
  if (units.size === 1) return [...units].flatMap((unit) => known.get(unit) ?? [])
  return sample.clusters.filter((cluster) => units.has(cluster.unit))
}

function stratumKey(cluster: SampleCluster): string {
  return JSON.stringify([cluster.unit, cluster.stratum])
}

/** Strata in which at least one village appears in two of the lists. */
function linkedStrata(lists: SampleCluster[][]): Set<string> {
  const seen = new Set<string>()
  const linked = new Set<string>()
  for (const list of lists) {
    for (const cluster of list) {
      const key = JSON.stringify([cluster.unit, cluster.stratum, cluster.cluster])
      if (seen.has(key)) linked.add(stratumKey(cluster))
      seen.add(key)
    }
  }
  return linked
}
