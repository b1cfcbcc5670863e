// Communication activities in the database. Rows are versions: a correction is a new row, and what is read here is the
// newest one unless the history is asked for.
import type { Activity } from '#lib/campaigns/activity'
import type { Days } from '#lib/campaigns/period'
import { database } from '#lib/db/client'

export type ActivityFilter = Days & {
  /** Unit ids; null for all. */
  units: readonly string[] | null
  /** `end` (the rule of all totals): activities that ended in these days; `overlap`: any day in common, for calendars. */
  by?: 'end' | 'overlap'
  /** Withdrawn ones too; they count nowhere. */
  hasWithdrawn?: boolean
}

type Row = Omit<Activity, 'cost'> & { cost: bigint }

const columns = `"unitId", id, version, "planItem", title, channel, areas, "targetGroups", village,
  to_char("startsOn", 'YYYY-MM-DD') as "startsOn", to_char("endsOn", 'YYYY-MM-DD') as "endsOn", amounts, cost, link, note,
  "isWithdrawn", reason, source, "recordedAt", "recordedByName"`

/** The newest version of every activity in those days, by last day, then by unit. */
export async function listActivities(filter: ActivityFilter): Promise<Activity[]> {
  const { from, to, units, by = 'end', hasWithdrawn = false } = filter
  const rows = await database().prisma.$queryRawUnsafe<Row[]>(
    `select ${columns} from (
       select distinct on ("unitId", id) * from "Activity"
       where $1::text[] is null or "unitId" = any($1) order by "unitId", id, version desc
     ) newest
     where ("isWithdrawn" = false or $2) and "endsOn" >= $3::date
       and (case when $5 then "startsOn" else "endsOn" end) <= $4::date
     order by "endsOn", "unitId", id`,
    units,
    hasWithdrawn,
    from,
    to,
    by === 'overlap',
  )
  return rows.map(fromRow)
}

const fromRow = ({ cost, ...row }: Row): Activity => ({ ...row, cost: Number(cost) })
