// For every unit of two periods: how its past, or its future, is made. Whole units may be taken together; where only a part
// moved, nobody can tell which answers moved with it, and there is no comparison. Never matched by name or code: both are
// given again to other areas.
import type { Continuity } from '#lib/lineage/continuity'
import {
  comesWhollyFrom,
  goesWhollyTo,
  hasGapBehind,
  isAccountedFor,
  type LineageGraph,
} from '#lib/lineage/lineage-graph'

export type Period = {
  /** Units that took part. */
  units: readonly string[]
  from: Date
  to: Date
}

/** Every unit of the later period, then those of the earlier one that are not among them. */
export function traceUnits(graph: LineageGraph, before: Period, after: Period): Map<string, Continuity> {
  const [earlier, later] = [new Set(before.units), new Set(after.units)]
  const traced = new Map<string, Continuity>()
  for (const id of later) traced.set(id, earlier.has(id) ? same : traceBack(graph, id, before))
  for (const id of earlier) if (!later.has(id)) traced.set(id, traceOn(graph, id, after))
  return traced
}

const same: Continuity = { rule: 'same', units: [], parts: [], since: null }

/** What a later unit was made of, in units of the earlier period. */
function traceBack(graph: LineageGraph, id: string, period: Period): Continuity {
  const measured = new Set(period.units)
  const { found, lost } = walk(id, measured, (one) => graph.origins(one).map(({ fromId }) => fromId))
  const since = dayOf(graph.unit(id)?.validFrom)
  const existed = lost.filter((one) => (graph.unit(one)?.validFrom ?? period.to) <= period.to)
  if (lost.includes(id)) return existed.length > 0 ? notMeasured([id], null) : unknown([], null)
  const all = [...found, ...lost]
  const parts = all.filter((one) => !goesWhollyTo(graph, one, id))
  if (parts.length > 0)
    return { rule: 'part', units: all.filter((one) => !parts.includes(one)), parts, since }
  if (hasGapBehind(graph, id, measured) || lost.length > existed.length) return unknown(all, since)
  if (lost.length > 0) return notMeasured(lost, since)
  return { rule: found.length === 1 ? 'renamed' : 'merged', units: found, parts: [], since }
}

/** Where an earlier unit went, in units of the later period. */
function traceOn(graph: LineageGraph, id: string, period: Period): Continuity {
  const measured = new Set(period.units)
  const { found, lost } = walk(id, measured, (one) => graph.successors(one).map(({ toId }) => toId))
  if (lost.includes(id)) {
    const last = graph.unit(id)?.validTo
    return last && last < period.from ? unknown([], dayAfter(last)) : notMeasured([id], null)
  }
  const all = [...found, ...lost]
  const since = dayOf(graph.unit(graph.successors(id)[0]!.toId)?.validFrom)
  const isWhole = isAccountedFor(graph, id, new Set(all))
  if (isWhole && all.length === 1)
    return lost.length > 0 ? notMeasured(lost, since) : { rule: 'continued', units: found, parts: [], since }
  if (!isWhole || !all.every((one) => comesWhollyFrom(graph, one, id)))
    return { rule: 'scattered', units: all, parts: [], since }
  return lost.length > 0 ? notMeasured(lost, since) : { rule: 'divided', units: found, parts: [], since }
}

const notMeasured = (units: string[], since: string | null): Continuity => ({
  rule: 'not-measured',
  units,
  parts: [],
  since,
})
const unknown = (units: string[], since: string | null): Continuity => ({
  rule: 'unknown',
  units,
  parts: [],
  since,
})

/** Walks until measured units (`found`) or until the list ends (`lost`), each once, in the order of the list. */
function walk(
  start: string,
  measured: ReadonlySet<string>,
  step: (id: string) => string[],
): { found: string[]; lost: string[] } {
  const [found, lost, seen] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const waiting = [start]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (seen.has(id)) continue
    seen.add(id)
    const next = step(id)
    if (measured.has(id)) found.add(id)
    else if (next.length === 0) lost.add(id)
    else waiting.push(...next)
  }
  return { found: [...found], lost: [...lost] }
}

const dayOf = (date: Date | undefined): string | null => date?.toISOString().slice(0, 10) ?? null
const dayAfter = (date: Date): string => new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10)
