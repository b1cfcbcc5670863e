// The villages behind a comparison as one sample design, one row a village. A village that was drawn in two waves is one
// row, so that what its people have in common in both waves comes out of the error of the change. A unit's own villages
// are whole strata of the wave's design: estimating from them alone is estimating a domain. Drawn people are "villages" of one;
// their strata may span units, and then the rest of each stratum stands in the design without being counted.
import { groupKey } from '#lib/contacts/response-design'
import type { Sample, SampleCluster } from '#lib/scoring/sample'
import { type Design, makeDesign } from '#lib/stats/design'

export type Panel = {
  design: Design
  /** Sample -> its villages, each with its row in the design. */
  rows: Map<Sample, { cluster: SampleCluster; row: number }[]>
  /** True when some village serves in more than one of the samples. */
  isLinked: boolean
  /** Samples in which some of the drawn people of the units left most of their group to others; see ResponseGroup. */
  thin: ReadonlySet<Sample>
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
  const villages = own.filter(({ sample }) => sample.design !== 'people')
  const linked = linkedStrata(villages.map(({ clusters }) => clusters))
  const table: RowTable = { index: new Map(), strata: [], sizes: [] }
  const rows: Panel['rows'] = new Map()
  let isLinked = false
  for (const { sample, clusters } of own) {
    const placeOf = sample.design === 'people' ? drawnPlace(sample) : villagePlace(sample, linked)
    const known = table.index.size
    const places = clusters.map((cluster) => ({ cluster, row: rowOf(table, placeOf(cluster)) }))
    isLinked ||= places.some(({ row }) => row < known)
    rows.set(sample, places)
    if (sample.design === 'people') padStrata(table, sample, placeOf)
  }
  if (table.index.size === 0) return null
  const weights = new Float64Array(table.index.size).fill(1)
  const design = makeDesign({
    weights,
    strata: table.strata,
    clusters: [[...table.index.keys()]],
    populationSizes: table.sizes.some(Number.isFinite) ? [table.sizes] : null,
    lonelyPsu: 'adjust',
  })
  return { design, rows, isLinked, thin: new Set(parts.filter(isThin).map(({ sample }) => sample)) }
}

/** Rows of the design: key -> number; stratum and population (Infinity: not known) of each. */
type RowTable = { index: Map<string, number>; strata: string[]; sizes: number[] }
type Place = { key: string; stratum: string; population: number }

function rowOf({ index, strata, sizes }: RowTable, { key, stratum, population }: Place): number {
  const row = index.get(key) ?? index.size
  index.set(key, row)
  strata[row] = stratum
  sizes[row] = population
  return row
}

function villagePlace(sample: Sample, linked: ReadonlySet<string>) {
  return (cluster: SampleCluster): Place => {
    const wave = linked.has(stratumKey(cluster)) ? '' : sample.wave
    return {
      key: JSON.stringify([wave, cluster.unit, cluster.stratum, cluster.cluster]),
      stratum: JSON.stringify([wave, cluster.unit, cluster.stratum]),
      population: Number.POSITIVE_INFINITY,
    }
  }
}

/** Waves of drawn people are never linked: nobody knows who answered in both. */
function drawnPlace({ wave, groups }: Sample) {
  return (cluster: SampleCluster): Place => {
    const { stratum, population } = groups!.get(groupKey({ unitId: cluster.unit, stratum: cluster.stratum }))!
    return {
      key: JSON.stringify([wave, stratum, cluster.cluster]),
      stratum: JSON.stringify([wave, stratum]),
      population: population ?? Number.POSITIVE_INFINITY,
    }
  }
}

/** Everybody else in the strata that are there: the sample was drawn with them. */
function padStrata(table: RowTable, sample: Sample, placeOf: (cluster: SampleCluster) => Place): void {
  const present = new Set(table.strata)
  for (const cluster of sample.clusters) {
    const place = placeOf(cluster)
    if (present.has(place.stratum)) rowOf(table, place)
  }
}

function isThin({ sample, units }: PanelPart): boolean {
  if (sample.design !== 'people') return false
  return [...sample.groups!].some(([key, { isThin: thin }]) => {
    const [unit] = JSON.parse(key) as [string]
    return thin && (!units || units.has(unit))
  })
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

/** Every drawn person of the panel's units was taken for sure and answered: what they said is no estimate. */
export function isFromEverybody(sample: Sample, panel: Panel): boolean {
  // a group that is silent altogether has no row to be missed by
  return sample.design === 'people' && !panel.thin.has(sample) && answeredFraction(sample, panel) > 1 - 1e-9
}

/** Of the people in the strata of a sample's rows, the share that answered, where it is least; 0 where it is not known. */
export function answeredFraction(sample: Sample, { design, rows }: Panel): number {
  const { unitOfRow, stratumOfUnit, fraction } = design.stages[0]!
  const places = rows.get(sample) ?? []
  return places.reduce((least, { row }) => Math.min(least, fraction[stratumOfUnit[unitOfRow[row]!]!]!), 1)
}
