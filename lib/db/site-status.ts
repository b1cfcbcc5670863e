// Two facts about the whole installation that pages ask for on every request, in one small query.
import { database } from '#lib/db/client'

export type SiteStatus = {
  /** Sample waves, accounts or figures are in the database: every page says so. */
  hasSampleData: boolean
  /** Nobody real can administrate yet: the first-run page is open to whoever knows the set-up code. */
  needsFirstAdmin: boolean
}

export async function findSiteStatus(): Promise<SiteStatus> {
  const rows = await database().prisma.$queryRaw<SiteStatus[]>`
    select exists (select from "Wave" where "isSample")
        or exists (select from "User" where "isSample")
        or exists (select from "Round" where "isSample") as "hasSampleData",
      not exists (select from "User" where role = 'admin' and not "isSample" and "disabledAt" is null) as "needsFirstAdmin"`
  return rows[0]!
}
