// A contest as everybody may see it: when, who, which prizes, the promise of the draw, and afterwards the winning numbers with all
// that is needed to draw again. No name, no answer, no count of a unit.
import type { MaybeActor } from '#lib/access'
import type { Prize } from '#lib/contests/assign-prizes'
import { type ContestStatus, contestStatus, deletedFrom, entriesEnd } from '#lib/contests/contest-times'
import { type PublicDraw, publicDraw } from '#lib/contests/public-draw'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import type { ContestRow } from '#lib/db/contests'
import { findKnownContest } from '#lib/flows/find-known-contest'

export type PublicContest = Pick<
  ContestRow,
  'id' | 'title' | 'titleEn' | 'isSample' | 'owner' | 'opensAt' | 'closesAt' | 'threshold' | 'commitment'
> & {
  prizes: Prize[]
  status: ContestStatus
  entriesEnd: Date
  /** yyyy-mm-dd: names and telephone numbers are gone from this day on. */
  deletedOn: string
  draw: PublicDraw | null
}

/** Throws unknownContest. */
export async function loadPublicContest(
  _anybody: MaybeActor,
  { id }: { id: string },
): Promise<PublicContest> {
  return toPublic(await findKnownContest(id))
}

/** What of a contest is public. */
export function toPublic(contest: ContestRow): PublicContest {
  const { id, title, titleEn, isSample, owner, opensAt, closesAt, threshold, commitment, prizes, draw } =
    contest
  return {
    id,
    title,
    titleEn,
    isSample,
    owner,
    opensAt,
    closesAt,
    threshold,
    commitment,
    prizes,
    status: contestStatus(contest),
    entriesEnd: entriesEnd(contest),
    deletedOn: dayInVietNam(deletedFrom(contest)),
    draw: draw && publicDraw(contest, draw),
  }
}
