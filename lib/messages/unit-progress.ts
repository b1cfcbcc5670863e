// How far the invitations of one unit are: counts only, in a shape that pages may know. What people did with them is a range
// until the box is opened (lib/ballots/ballot-progress says why).
import type { BallotProgress } from '#lib/ballots/ballot-progress'
import { addRanges, type CountRange } from '#lib/count-range'

export type UnitProgress = {
  unitId: string
  name: string
  nameEn: string
  target: number
  invited: number
  reached: number
  undeliverable: number
  issued: CountRange
  cast: CountRange
  isLate: boolean
}

/**
 * The counts of a unit out of those of its groups.
 * @example
 * ofUnit('u', []) // => { invited: 0, issued: { from: 0, to: 0 }, cast: { from: 0, to: 0 } }
 */
export function ofUnit(
  unitId: string,
  groups: BallotProgress[],
): Pick<UnitProgress, 'invited' | 'issued' | 'cast'> {
  const own = groups.filter((group) => group.unitId === unitId)
  return {
    invited: own.reduce((sum, { invited }) => sum + invited, 0),
    issued: addRanges(own.map(({ issued }) => issued)),
    cast: addRanges(own.map(({ cast }) => cast)),
  }
}
