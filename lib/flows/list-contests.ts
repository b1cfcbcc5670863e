// All contests, for officers: where each stands, how many have taken part and how many are in the draw.
import { allow, type MaybeActor } from '#lib/access'
import { type ContestStatus, contestStatus } from '#lib/contests/contest-times'
import { entryCount } from '#lib/contests/entry-count'
import type { CountRange } from '#lib/count-range'
import { countEntries } from '#lib/db/contest-entries'
import { countParticipants, listContestRows } from '#lib/db/contests'

export type ContestLine = {
  id: string
  title: string
  titleEn: string
  isSample: boolean
  status: ContestStatus
  opensAt: Date
  closesAt: Date
  participants: number
  /** In tens while the draw can be entered. */
  entries: CountRange
  isDrawn: boolean
}

/** The contest that opened last comes first. */
export async function listContests(actor: MaybeActor): Promise<ContestLine[]> {
  allow(actor, 'contests.read')
  const contests = await listContestRows()
  return Promise.all(
    contests.map(async (contest) => {
      const [counts, entries] = await Promise.all([countParticipants(contest.id), countEntries(contest.id)])
      const { id, title, titleEn, isSample, opensAt, closesAt, draw } = contest
      return {
        id,
        title,
        titleEn,
        isSample,
        opensAt,
        closesAt,
        status: contestStatus(contest),
        participants: sum(counts),
        entries: entryCount(draw?.numbers.length ?? entries, contestStatus(contest)),
        isDrawn: draw !== null,
      }
    }),
  )
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, count) => all + count, 0)
