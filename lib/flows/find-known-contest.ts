// Finds a contest for the flows on contests. Ids come from addresses, so they may be anything.
import { type ContestRow, findContest } from '#lib/db/contests'
import { problems } from '#lib/problem'

/** Throws unknownContest. */
export async function findKnownContest(id: string): Promise<ContestRow> {
  const contest = /^[a-z0-9-]{1,60}$/.test(id) ? await findContest(id) : null
  if (!contest) throw problems.unknownContest({ contest: id.slice(0, 60) })
  return contest
}
