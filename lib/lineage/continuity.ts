// How a unit of one period goes on in another. The surprise: a unit has no code for life. Codes and names are given anew to
// other areas, so only the lineage (which unit lives on in which, whole or in part) says what may be compared with what.

export type Continuity = {
  rule:
    | 'same' // the unit itself took part in both periods
    | 'renamed' // one whole unit of before under another id: `units` is that one
    | 'merged' // the whole units of before in `units`, taken together
    | 'divided' // a unit of before is all of the later ones in `units`, taken together
    | 'continued' // a unit of before lives on whole within the later unit in `units`: see there
    | 'part' // a later unit of which only a part came from each of `parts`
    | 'scattered' // a unit of before went in parts to `units`
    | 'not-measured' // `units` existed, but nobody there was asked in the other period
    | 'unknown' // the list of units does not say (all of) where it came from or went to
  units: string[]
  /** For `part`: the units that gave a part only; `units` then holds those that came whole. */
  parts: string[]
  /** First day of the new order, ISO; null where nothing changed or nothing is known. */
  since: string | null
}

/** Rules under which figures of both periods speak of the same ground. */
const comparableRules: readonly Continuity['rule'][] = ['same', 'renamed', 'merged', 'divided']

/** Whether a difference between the two periods may be formed for the unit. */
export function isComparable({ rule }: Continuity): boolean {
  return comparableRules.includes(rule)
}

/** The unit's answers of each period: the ids of the units whose answers they are. Only for comparable ones. */
export function membersOf(unit: string, { rule, units }: Continuity): { before: string[]; after: string[] } {
  if (rule === 'renamed' || rule === 'merged') return { before: units, after: [unit] }
  if (rule === 'divided') return { before: [unit], after: units }
  return { before: [unit], after: [unit] }
}
