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
}

/** Adds one line to the audit log. */
export async function insertAuditEvent(
  actor: Pick<Actor, 'userId'> | null,
  entry: AuditEntry,
): Promise<void> {
  await database().prisma.auditEvent.create({ data: auditRow(actor, entry) })
}

/** The row of a line, for writes that must share a transaction with what they tell about. */
export function auditRow(
  actor: Pick<Actor, 'userId'> | null,
  entry: AuditEntry,
): Prisma.AuditEventCreateInput {
  const { action, unitId = null, subject = '', details = {} } = entry
  return { actorId: actor?.userId ?? null, action, unitId, subject, details }
}

export type AuditLine = {
  id: string
  at: Date
  actorId: string | null
  action: string
  unitId: string | null
  subject: string
  details: unknown
}

/** The newest lines below `before` (an id), at most `limit`, of one action or of all. */
export async function listAuditEvents(filter: {
  before?: string
  action?: string
  subject?: string
  limit: number
}): Promise<AuditLine[]> {
  const rows = await database().prisma.auditEvent.findMany({
    where: {
      ...(filter.before ? { id: { lt: BigInt(filter.before) } } : {}),
      ...(filter.action ? { action: filter.action } : {}),
      ...(filter.subject ? { subject: filter.subject } : {}),
    },
    orderBy: { id: 'desc' },
    take: filter.limit,
  })
  return rows.map((row) => ({ ...row, id: String(row.id) }))
}
