// The answers of one wave as scoring sees them: for each drawn village the weighted and the plain count of every coded
// value. Everything this house estimates is linear in these, so nothing finer is ever read from the database.
import type { ResponseGroup } from '#lib/contacts/response-design'
import type { TallyLayout } from '#lib/scoring/tally-layout'
import type { Collection, EntryChoice } from '#lib/surveys/collection'

/** One row of counts: answers of one unit, stratum and village that came in the same way and carry the same weight. */
export type Tally = Collection & {
  unit: string
  stratum: string
  cluster: string
  weight: number
  n: number
  counts: ArrayLike<number>
}

export type SampleCluster = {
  unit: string
  stratum: string
  cluster: string
  /** Answers. */
  n: number
  counts: Float64Array
  /** Counts times weight. */
  weighted: Float64Array
  /** Sum of the weights of all answers. */
  weightSum: number
}

export type Sample = {
  wave: string
  form: { slug: string; version: number }
  /** Which answers it holds. */
  entry: EntryChoice
  /**
   * `none`: an open survey; its figures describe the answers and nobody else. `clusters`: drawn villages. `people`: drawn
   * people, each a "village" of one.
   */
  design: 'none' | 'clusters' | 'people'
  /** Of drawn people: unit and stratum (`groupKey`) -> place in the design. */
  groups?: ReadonlyMap<string, ResponseGroup>
  layout: TallyLayout
  clusters: SampleCluster[]
}

/** Adds the tallies of each village up, over modes and weights; villages in the order of unit, stratum and code. */
export function makeSample(head: Omit<Sample, 'clusters'>, tallies: readonly Tally[]): Sample {
  const clusters = new Map<string, SampleCluster>()
  for (const tally of [...tallies].sort(compareTallies)) {
    const key = JSON.stringify([tally.unit, tally.stratum, tally.cluster])
    let cluster = clusters.get(key)
    if (!cluster) {
      cluster = emptyCluster(tally, head.layout.size)
      clusters.set(key, cluster)
    }
    addTally(cluster, tally)
  }
  return { ...head, clusters: [...clusters.values()] }
}

function emptyCluster({ unit, stratum, cluster }: Tally, size: number): SampleCluster {
  return {
    unit,
    stratum,
    cluster,
    n: 0,
    counts: new Float64Array(size),
    weighted: new Float64Array(size),
    weightSum: 0,
  }
}

function addTally(cluster: SampleCluster, tally: Tally): void {
  cluster.n += tally.n
  cluster.weightSum += tally.n * tally.weight
  for (let at = 0; at < cluster.counts.length; at++) {
    const count = tally.counts[at]!
    cluster.counts[at]! += count
    cluster.weighted[at]! += count * tally.weight
  }
}

/** A fixed order, so that sums come out the same to the last bit however the rows were read. */
function compareTallies(a: Tally, b: Tally): number {
  return (
    compareText(a.unit, b.unit) ||
    compareText(a.stratum, b.stratum) ||
    compareText(a.cluster, b.cluster) ||
    compareText(a.mode, b.mode) ||
    compareText(a.place, b.place) ||
    compareText(a.collector, b.collector) ||
    compareText(a.entry, b.entry) ||
    a.weight - b.weight
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
