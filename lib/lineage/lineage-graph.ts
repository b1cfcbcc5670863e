// The list of units and what became of them, as something to walk on in both directions of time.

export type UnitSpan = {
  id: string
  validFrom: Date
  /** Last day; null: still there. */
  validTo: Date | null
  /** The list names only some of the units it was made of. */
  hasUnlistedOrigins: boolean
}

export type LineageLine = { fromId: string; toId: string; isWhole: boolean }

export type LineageGraph = {
  unit(id: string): UnitSpan | undefined
  /** Lines that lead to the unit, that is, what it was made of. */
  origins(id: string): readonly LineageLine[]
  /** Lines that lead away from it. */
  successors(id: string): readonly LineageLine[]
}

export function lineageGraph(units: readonly UnitSpan[], lines: readonly LineageLine[]): LineageGraph {
  const spans = new Map(units.map((unit) => [unit.id, unit]))
  const [to, from] = [group(lines, 'toId'), group(lines, 'fromId')]
  return {
    unit: (id) => spans.get(id),
    origins: (id) => to.get(id) ?? [],
    successors: (id) => from.get(id) ?? [],
  }
}

function group(lines: readonly LineageLine[], by: 'fromId' | 'toId'): Map<string, LineageLine[]> {
  const groups = new Map<string, LineageLine[]>()
  for (const line of lines) groups.set(line[by], [...(groups.get(line[by]) ?? []), line])
  return groups
}

/** All of unit `from` lies in the later unit `to`, over however many steps. */
export function goesWhollyTo(graph: LineageGraph, from: string, to: string): boolean {
  if (from === to) return true
  const lines = graph.successors(from)
  return isWholeAccount(lines) && lines.every((line) => goesWhollyTo(graph, line.toId, to))
}

/** All of unit `to` was once in the earlier unit `from`. */
export function comesWhollyFrom(graph: LineageGraph, to: string, from: string): boolean {
  if (from === to) return true
  const lines = graph.origins(to)
  if (lines.length === 0 || graph.unit(to)?.hasUnlistedOrigins) return false
  return lines.every((line) => comesWhollyFrom(graph, line.fromId, from))
}

/** One whole line says it all; parts do only when there are several, for a single part has left a rest nobody names. */
function isWholeAccount(lines: readonly LineageLine[]): boolean {
  return lines.length > 1 || (lines.length === 1 && lines[0]!.isWhole)
}

/** All that becomes of the unit is in the list, down to the units in `ends`. */
export function isAccountedFor(graph: LineageGraph, id: string, ends: ReadonlySet<string>): boolean {
  if (ends.has(id)) return true
  const lines = graph.successors(id)
  return isWholeAccount(lines) && lines.every((line) => isAccountedFor(graph, line.toId, ends))
}

/** A unit on the way back to `ends` is known to be made of more than the list says. */
export function hasGapBehind(graph: LineageGraph, id: string, ends: ReadonlySet<string>): boolean {
  if (ends.has(id)) return false
  if (graph.unit(id)?.hasUnlistedOrigins) return true
  return graph.origins(id).some((line) => hasGapBehind(graph, line.fromId, ends))
}
