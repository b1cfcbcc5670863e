// Draws a sample from a frame. Everybody's probability is known exactly before the draw; the weight is its inverse. Strata are
// drawn one by one, each with random numbers of its own, so that one stratum's size does not change who is drawn in another.
import { groupBy } from '#lib/composite/group-by'
import type { DrawMethod } from '#lib/contacts/draw-methods'
import type { FrameLine } from '#lib/contacts/frame'
import { type RandomSource, randomSource } from '#lib/contacts/random-source'
import { sizeProbabilities } from '#lib/contacts/size-probabilities'
import { systematicPick } from '#lib/contacts/systematic-pick'

export type DrawPlan = {
  method: DrawMethod
  /** Stratum -> people to draw (clusters for `cluster`). Not needed for `all`. */
  sizes: Readonly<Record<string, number>>
  /** People to take in each drawn cluster; null: all of them. */
  perCluster: number | null
}

export type Drawn = { id: string; stratum: string; cluster: string; probability: number }
export type StratumDrawn = {
  stratum: string
  population: number
  drawn: number
  /** Clusters of the frame and drawn ones; 0 where clusters were not drawn. */
  clusters: number
  clustersDrawn: number
  /** Units that were taken for sure because of their size. */
  certain: number
}
export type DrawFault = {
  code: 'too_many' | 'nothing_to_draw' | 'size_missing' | 'cluster_missing' | 'stratum_without_size'
  stratum: string
  /** What was asked for and what there is. */
  wanted: number
  available: number
}

/** `frame` in the order of orderFrame. The same frame, plan, seed and hash always draw the same. */
export function drawSample(
  frame: readonly FrameLine[],
  plan: DrawPlan,
  seed: string,
  frameHash: string,
): { drawn: Drawn[]; strata: StratumDrawn[] } | { faults: DrawFault[] } {
  const strata = groupBy(frame, ({ stratum }) => stratum)
  const faults = [...strata].flatMap(([stratum, lines]) => faultsOf(stratum, lines, plan))
  if (frame.length === 0) faults.push({ code: 'nothing_to_draw', stratum: '', wanted: 0, available: 0 })
  if (faults.length > 0) return { faults }
  const drawn: Drawn[] = []
  const summary: StratumDrawn[] = []
  for (const [stratum, lines] of strata) {
    const random = randomSource(seed, frameHash, stratum)
    const part = drawStratum(lines, plan, plan.sizes[stratum] ?? 0, random)
    drawn.push(...part.drawn)
    summary.push({ stratum, population: lines.length, ...part.summary, drawn: part.drawn.length })
  }
  return { drawn, strata: summary }
}

function faultsOf(stratum: string, lines: FrameLine[], { method, sizes }: DrawPlan): DrawFault[] {
  if (method === 'all') return []
  const wanted = sizes[stratum]
  const clusters = new Set(lines.map(({ cluster }) => cluster))
  const available = method === 'cluster' ? clusters.size : lines.length
  const fault = (code: DrawFault['code']): DrawFault[] => [{ code, stratum, wanted: wanted ?? 0, available }]
  if (wanted === undefined || wanted < 1) return fault('stratum_without_size')
  if (method === 'cluster' && clusters.has('')) return fault('cluster_missing')
  if (method === 'pps' && lines.some(({ size }) => !size)) return fault('size_missing')
  return wanted > available ? fault('too_many') : []
}

type Part = { drawn: Drawn[]; summary: Pick<StratumDrawn, 'clusters' | 'clustersDrawn' | 'certain'> }
const noClusters = { clusters: 0, clustersDrawn: 0, certain: 0 }

function drawStratum(lines: FrameLine[], plan: DrawPlan, n: number, random: RandomSource): Part {
  if (plan.method === 'all') return { drawn: lines.map((line) => take(line, 1)), summary: noClusters }
  if (plan.method === 'cluster') return drawClusters(lines, plan.perCluster, n, random)
  if (plan.method === 'pps') return drawBySize(lines, n, random)
  const probability = n / lines.length
  const picked =
    plan.method === 'simple'
      ? inFrameOrder(lines, random.shuffle(lines).slice(0, n))
      : systematicPick(Array(lines.length).fill(probability), random.fraction()).map((at) => lines[at]!)
  return { drawn: picked.map((line) => take(line, probability)), summary: noClusters }
}

/** Systematic in random order: exact probabilities without an order that could favour somebody. */
function drawBySize(lines: FrameLine[], n: number, random: RandomSource): Part {
  const order = random.shuffle(lines)
  const probabilities = sizeProbabilities(
    order.map(({ size }) => size!),
    n,
  )
  const certain = probabilities.filter((one) => one === 1).length
  const uncertain = order.flatMap((line, at) => (probabilities[at]! < 1 ? [{ line, at }] : []))
  const chosen = systematicPick(
    uncertain.map(({ at }) => probabilities[at]!),
    random.fraction(),
  )
  const picked = [
    ...order.flatMap((line, at) => (probabilities[at] === 1 ? [take(line, 1)] : [])),
    ...chosen.map((place) => take(uncertain[place]!.line, probabilities[uncertain[place]!.at]!)),
  ]
  return { drawn: inFrameOrder(lines, picked), summary: { ...noClusters, certain } }
}

function drawClusters(lines: FrameLine[], perCluster: number | null, m: number, random: RandomSource): Part {
  const clusters = [...groupBy(lines, ({ cluster }) => cluster)]
  const chosen = random.shuffle(clusters).slice(0, m)
  const drawn = chosen.flatMap(([, people]) => {
    const n = Math.min(perCluster ?? people.length, people.length)
    const probability = (m / clusters.length) * (n / people.length)
    return random
      .shuffle(people)
      .slice(0, n)
      .map((line) => take(line, probability))
  })
  const summary = { clusters: clusters.length, clustersDrawn: m, certain: 0 }
  return { drawn: inFrameOrder(lines, drawn), summary }
}

const take = ({ id, stratum, cluster }: FrameLine, probability: number): Drawn => ({
  id,
  stratum,
  cluster,
  probability,
})

/** In the order of the frame: the order of drawing says nothing and would only confuse lists. */
function inFrameOrder<One extends { id: string }>(
  lines: readonly FrameLine[],
  chosen: readonly One[],
): One[] {
  const byId = new Map(chosen.map((one) => [one.id, one]))
  return lines.flatMap(({ id }) => byId.get(id) ?? [])
}
