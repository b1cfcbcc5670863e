// Communication activities in the database. Rows are versions: a correction is a new row, and what is read here is the
// newest one unless the history is asked for.
import type { Actor } from '#lib/access'
import type { Activity } from '#lib/campaigns/activity'
import type { ActivityFacts } from '#lib/campaigns/activity-input'
import type { Days } from '#lib/campaigns/period'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import { dropEvidenceBytes, storeEvidence } from '#lib/db/evidence'
import type { EvidenceFile } from '#lib/rounds/round-event'
import { sqlState } from '#lib/sql-state'

type ActivityFilter = Days & {
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

/** Every version of one activity, the first first; none when there is no such activity. */
export async function listActivityVersions(unitId: string, id: string): Promise<Activity[]> {
  const rows = await database().prisma.$queryRawUnsafe<Row[]>(
    `select ${columns} from "Activity" where "unitId" = $1 and id = $2::uuid order by version`,
    unitId,
    id,
  )
  return rows.map(fromRow)
}

/** What every unit recorded last, to start the next form with; null for a unit that has recorded nothing. */
export async function findLastActivity(unitId: string): Promise<Activity | null> {
  const rows = await database().prisma.$queryRawUnsafe<Row[]>(
    `select ${columns} from "Activity" where "unitId" = $1 and not "isWithdrawn" order by "recordedAt" desc, "endsOn" desc limit 1`,
    unitId,
  )
  return rows[0] ? fromRow(rows[0]) : null
}

/** First and last year in which any of the units did something; null when none did. */
export async function findActivityYears(
  units: readonly string[] | null,
): Promise<{ first: number; last: number } | null> {
  const [row] = await database().prisma.$queryRawUnsafe<{ first: number | null; last: number | null }[]>(
    `select extract(year from min("endsOn"))::int as first, extract(year from max("endsOn"))::int as last from "Activity"
     where $1::text[] is null or "unitId" = any($1)`,
    units,
  )
  return row?.first && row.last ? { first: row.first, last: row.last } : null
}

const fromRow = ({ cost, ...row }: Row): Activity => ({ ...row, cost: Number(cost) })

/** What is written for one version. */
export type NewVersion = ActivityFacts & {
  unitId: string
  id: string
  version: number
  isWithdrawn: boolean
  reason: string
  source: Activity['source']
}

type Writer = Pick<Actor, 'userId' | 'name'>
type FileChange = { stored?: { file: EvidenceFile; bytes: Uint8Array }; removedFileId?: string }

/**
 * Writes one version with its line in the audit log and what happens to a file. False when another version with this
 * number is there already: somebody was faster, or the same sending came twice; nothing is written then.
 */
export async function insertActivityVersion(
  actor: Writer,
  version: NewVersion,
  action: string,
  { stored, removedFileId }: FileChange = {},
): Promise<boolean> {
  const { unitId, id } = version
  try {
    await database().prisma.$transaction(
      async (transaction) => {
        const first = await transaction.activity.findFirst({
          where: { unitId, id, version: 1 },
          select: { isSample: true },
        })
        await transaction.activity.create({ data: rowOf(actor, version, first?.isSample ?? false) })
        if (stored) await storeEvidence(transaction, { unitId, activityId: id }, stored.file, stored.bytes)
        if (removedFileId) await dropEvidenceBytes(transaction, unitId, removedFileId)
        await transaction.auditEvent.create({
          data: auditRow(actor, { action, unitId, subject: id, details: { version: version.version } }),
        })
      },
      { timeout: 60_000 },
    )
    return true
  } catch (error) {
    if (sqlState(error) === '23505') return false
    throw error
  }
}

/** Writes many versions, all or none, with one line in the audit log. `recordedAt` is now unless the sample data say otherwise. */
export async function insertActivities(
  actor: Writer,
  versions: readonly (NewVersion & { recordedAt?: Date })[],
  { isSample = false } = {},
): Promise<void> {
  const { prisma } = database()
  const audit = { action: 'import-activities', details: { activities: versions.length } }
  await prisma.$transaction([
    prisma.activity.createMany({ data: versions.map((one) => rowOf(actor, one, isSample)) }),
    prisma.auditEvent.create({ data: auditRow(actor, audit) }),
  ])
}

/** Adds a file to an activity that is there already. */
export async function insertActivityFile(
  actor: Writer,
  place: { unitId: string; activityId: string },
  file: EvidenceFile,
  bytes: Uint8Array,
): Promise<void> {
  await database().prisma.$transaction(
    async (transaction) => {
      await storeEvidence(transaction, place, file, bytes)
      const details = { file: file.name, sha256: file.sha256 }
      const entry = {
        action: 'attach-activity-file',
        unitId: place.unitId,
        subject: place.activityId,
        details,
      }
      await transaction.auditEvent.create({ data: auditRow(actor, entry) })
    },
    { timeout: 60_000 },
  )
}

/** Those of the ids that an activity has, whatever became of it. */
export async function listKnownIds(ids: readonly string[]): Promise<string[]> {
  const rows = await database().prisma.activity.findMany({
    where: { id: { in: [...ids] }, version: 1 },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Whether the unit has handed in a report that counts the activity; its files can no longer be taken out then. */
export async function isActivityReported(unitId: string, id: string): Promise<boolean> {
  const [row] = await database().prisma.$queryRaw<{ isReported: boolean }[]>`
    select is_activity_reported(${unitId}, ${id}::uuid) as "isReported"`
  return row!.isReported
}

function rowOf(actor: Writer, version: NewVersion, isSample: boolean) {
  const { areas, targetGroups, amounts, startsOn, endsOn, ...rest } = version
  return {
    ...rest,
    areas: [...areas],
    targetGroups: [...targetGroups],
    amounts: { ...amounts },
    startsOn: new Date(startsOn),
    endsOn: new Date(endsOn),
    recordedBy: actor.userId,
    recordedByName: actor.name,
    isSample,
  }
}
