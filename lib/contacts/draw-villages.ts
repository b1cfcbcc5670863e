// Villages for a wave of citizens, drawn from a frame with their sizes, in the shape in which a wave takes them over. The
// weight of an answer follows from both stages: how likely the village was, and how many of its people are asked.
import { groupBy } from '#lib/composite/group-by'
import type { DrawMethod } from '#lib/contacts/draw-methods'
import { type DrawFault, drawSample, type StratumDrawn } from '#lib/contacts/draw-sample'
import { hashFrame, orderFrame } from '#lib/contacts/frame'
import type { DrawnCluster } from '#lib/imports/parse-clusters'

/** `size`: adults or households, whatever is asked. `stratum` lies inside the unit and may be empty. */
export type VillageLine = { unitId: string; code: string; name: string; stratum: string; size: number }

export type VillagePlan = {
  method: Extract<DrawMethod, 'all' | 'simple' | 'systematic' | 'pps'>
  /** Villages to draw in each stratum of each unit; all of a stratum that has no more. */
  perStratum: number
  /** Answers aimed at in every drawn village. */
  perVillage: number
}

/** Whether the people of one village stand for the same number everywhere: then the design weighs nobody more. */
export type VillageDrawn = { clusters: DrawnCluster[]; strata: StratumDrawn[]; frameHash: string }

/**
 * Weight of an answer = (1 / probability of the village) x (size / answers aimed at there, at most its size).
 * Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 4.3.
 */
export function drawVillages(
  frame: readonly VillageLine[],
  plan: VillagePlan,
  seed: string,
): VillageDrawn | { faults: DrawFault[] } {
  const idOf = ({ unitId, code }: VillageLine) => JSON.stringify([unitId, code])
  const stratumOf = ({ unitId, stratum }: VillageLine) => (stratum ? `${unitId} / ${stratum}` : unitId)
  const ordered = orderFrame(
    frame.map((line) => ({ id: idOf(line), stratum: stratumOf(line), cluster: '', size: line.size })),
  )
  const frameHash = hashFrame(ordered)
  const counts = groupBy(ordered, ({ stratum }) => stratum)
  const sizes = Object.fromEntries(
    [...counts].map(([stratum, lines]) => [stratum, Math.min(plan.perStratum, lines.length)]),
  )
  const result = drawSample(ordered, { method: plan.method, sizes, perCluster: null }, seed, frameHash)
  if ('faults' in result) return result
  const lines = new Map(frame.map((line) => [idOf(line), line]))
  const clusters = result.drawn.map(({ id, probability }): DrawnCluster => {
    const { unitId, code, name, stratum, size } = lines.get(id)!
    const asked = Math.min(plan.perVillage, size)
    return { unitId, code, name, stratum, weight: size / asked / probability }
  })
  return { clusters, strata: result.strata, frameHash }
}

/** The drawn villages as a wave's form takes them, with the head line; weights to the last digit. */
export function villagesAsText(clusters: readonly DrawnCluster[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = clusters.map(({ unitId, code, name, stratum, weight }) =>
    [unitId, code, name, stratum, String(weight)].map(cell).join(','),
  )
  return ['unit,code,name,stratum,weight', ...lines].join('\n')
}
