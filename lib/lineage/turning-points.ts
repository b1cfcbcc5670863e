// What the list of units says of beginnings and ends: for every unit that was made of others, or went on in others, how
// figures from before and after belong together when everybody has been asked.
import type { Continuity } from '#lib/lineage/continuity'
import { type LineageLine, lineageGraph, type UnitSpan } from '#lib/lineage/lineage-graph'
import { traceUnits } from '#lib/lineage/trace-units'

export type TurningPoint = { unit: string; continuity: Continuity }

const dayLength = 86_400_000

/** `past`: units that were made of others; `future`: units that are no more. Both in the order of the list. */
export function turningPoints(
  units: readonly UnitSpan[],
  lines: readonly LineageLine[],
): { past: TurningPoint[]; future: TurningPoint[] } {
  const graph = lineageGraph(units, lines)
  const on = (day: Date) => {
    const valid = units.filter(({ validFrom, validTo }) => validFrom <= day && (!validTo || validTo >= day))
    return { units: valid.map(({ id }) => id), from: day, to: day }
  }
  const around = (first: Date) => [on(new Date(first.getTime() - dayLength)), on(first)] as const
  const begun = units.filter(
    ({ id, hasUnlistedOrigins }) => graph.origins(id).length > 0 || hasUnlistedOrigins,
  )
  const ended = units.filter(({ validTo }) => validTo !== null)
  const read = (list: readonly UnitSpan[], firstDay: (unit: UnitSpan) => Date): TurningPoint[] =>
    list.map((unit) => ({
      unit: unit.id,
      continuity: traceUnits(graph, ...around(firstDay(unit))).get(unit.id)!,
    }))
  return {
    past: read(begun, ({ validFrom }) => validFrom),
    future: read(ended, ({ validTo }) => new Date(validTo!.getTime() + dayLength)),
  }
}
