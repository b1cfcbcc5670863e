// What the group of a secret ballot has to know of the draw its people came from. A ballot names its unit and stratum and
// nothing else, so whatever the error of a figure needs must be the same for everybody in that group: the weight, the stratum
// of the draw and, where clusters were drawn, the cluster.
import { z } from 'zod'
import { groupBy } from '#lib/composite/group-by'
import { drawMethods } from '#lib/contacts/draw-methods'
import type { StratumDrawn } from '#lib/contacts/draw-sample'

export const groupDraw = z.object({
  /** Id of the draw. */
  draw: z.uuid(),
  method: z.enum(drawMethods),
  /** Of this group, whether or not they could be invited afterwards. */
  people: z.number().int().positive(),
  /** '' where no clusters were drawn. */
  cluster: z.string(),
  /** The stratum of the draw, which may span several groups. */
  stratum: z.object({
    stratum: z.string(),
    population: z.number().int(),
    drawn: z.number().int(),
    clusters: z.number().int(),
    clustersDrawn: z.number().int(),
    certain: z.number().int(),
  }) satisfies z.ZodType<StratumDrawn>,
})
export type GroupDraw = z.output<typeof groupDraw>

export type DrawnPerson = {
  unitId: string
  /** Of the invitation, beside the unit. */
  group: string
  stratum: string
  cluster: string
  probability: number
}
export type DrawnGroup = { unitId: string; stratum: string; draw: GroupDraw }

/** Group -> how it was drawn; `uneven`: groups whose people were not all drawn alike, whatever their weight. */
export function groupDraws(
  draw: { id: string; method: GroupDraw['method'] },
  people: readonly DrawnPerson[],
  strata: readonly StratumDrawn[],
): { groups: DrawnGroup[]; uneven: { unitId: string; stratum: string }[] } {
  const byName = new Map(strata.map((one) => [one.stratum, one]))
  const hasClusters = draw.method === 'cluster'
  const found = [...groupBy(people, ({ unitId, group }) => JSON.stringify([unitId, group])).values()]
  const groups = found.map((members) => {
    const { unitId, group, stratum, cluster } = members[0]!
    const isEven = members.every(
      (one) => one.stratum === stratum && (!hasClusters || one.cluster === cluster),
    )
    return {
      unitId,
      stratum: group,
      isEven,
      draw: {
        draw: draw.id,
        method: draw.method,
        people: members.length,
        cluster: hasClusters ? cluster : '',
        stratum: byName.get(stratum)!,
      },
    }
  })
  return {
    groups: groups.map(({ isEven: _isEven, ...group }) => group),
    uneven: groups.filter(({ isEven }) => !isEven).map(({ unitId, stratum }) => ({ unitId, stratum })),
  }
}
