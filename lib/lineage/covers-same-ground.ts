// All units of two periods together are comparable only when both periods reached the same ground, however it was cut.
import { type Continuity, isComparable, membersOf } from '#lib/lineage/continuity'

/** Whether the units of both periods, each counted with the rule of its continuity, are the same area in all. */
export function coversSameGround(
  traced: ReadonlyMap<string, Continuity>,
  before: readonly string[],
  after: readonly string[],
): boolean {
  const [earlier, later] = [new Set<string>(), new Set<string>()]
  for (const [unit, continuity] of traced) {
    if (!isComparable(continuity)) continue
    const members = membersOf(unit, continuity)
    for (const id of members.before) earlier.add(id)
    for (const id of members.after) later.add(id)
  }
  return before.every((id) => earlier.has(id)) && after.every((id) => later.has(id))
}
