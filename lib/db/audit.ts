// Who did what. Rows can only be added (a trigger refuses everything else).
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

export type AuditEntry = {
  /** The name of the flow. */
  action: string
  unitId?: string | null
  /** What it was done to: an id or a log-in. */
  subject?: string
  details?: Prisma.InputJsonObject
  /** Something sensitive was looked at or taken away; nothing changed. */
  isRead?: boolean
}

/** Adds one line to the audit log. */
export async function insertAuditEvent(
  actor: Pick<Actor, 'userId'> | null,
  entry: AuditEntry,
): Promise<void> {
  await database().prisma.auditEvent.create({ data: auditRow(actor, entry) })
}

/**
 * Adds the line of a sensitive read. A flow writes it before it hands anything out, so that what cannot be written down
 * cannot be read either. Which flows must: `sensitiveRead` in tests/flows/access-table.ts.
 */
export function insertReadEvent(
  actor: Pick<Actor, 'userId'>,
  entry: Omit<AuditEntry, 'isRead'>,
): Promise<void> {
  return insertAuditEvent(actor, { ...entry, isRead: true })
}

/** The row of a line, for writes that must share a transaction with what they tell about. */
export function auditRow(
  actor: Pick<Actor, 'userId'> | null,
  entry: AuditEntry,
): Prisma.AuditEventCreateInput {
  const { action, unitId = null, subject = '', details = {}, isRead = false } = entry
  return { actorId: actor?.userId ?? null, action, unitId, subject, details, isRead }
}

export type AuditLine = {
  id: string
  at: Date
  actorId: string | null
  action: string
  unitId: string | null
  subject: string
  details: unknown
  isRead: boolean
}

export type AuditFilter = {
  /** Only lines below this id. */
  before?: string
  action?: string
  subject?: string
  /** Id of a person. */
  actor?: string
  /** true: sensitive reads only; false: everything else only. */
  isRead?: boolean
  /** First and last moment. */
  from?: Date
  until?: Date
}

/** The newest lines that fit, at most `limit`. */
export async function listAuditEvents({
  limit,
  ...filter
}: AuditFilter & { limit: number }): Promise<AuditLine[]> {
  const rows = await database().prisma.auditEvent.findMany({
    where: whereOf(filter),
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map((row) => ({ ...row, id: String(row.id) }))
}

/** How many lines fit. */
export function countAuditEvents(filter: AuditFilter): Promise<number> {
  return database().prisma.auditEvent.count({ where: whereOf(filter) })
}

function whereOf({
  before,
  action,
  subject,
  actor,
  isRead,
  from,
  until,
}: AuditFilter): Prisma.AuditEventWhereInput {
  return {
    ...(before ? { id: { lt: BigInt(before) } } : {}),
    ...(action ? { action } : {}),
    ...(subject ? { subject } : {}),
    ...(actor ? { actorId: actor } : {}),
    ...(isRead === undefined ? {} : { isRead }),
    ...(from || until ? { at: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) } } : {}),
  }
}
