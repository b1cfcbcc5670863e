// What people ask about their own data, with the days by which the office must have answered and acted. What they wrote lies
// sealed.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

export type SubjectRequestRow = {
  id: string
  contactId: string
  unitId: string
  kind: string
  channel: string
  receivedAt: Date
  answerBy: Date
  doneBy: Date
  isExtended: boolean
  answeredAt: Date | null
  closedAt: Date | null
  outcome: string
  reason: string
}

const row = {
  id: true,
  contactId: true,
  unitId: true,
  kind: true,
  channel: true,
  receivedAt: true,
  answerBy: true,
  doneBy: true,
  isExtended: true,
  answeredAt: true,
  closedAt: true,
  outcome: true,
  reason: true,
} satisfies Prisma.SubjectRequestSelect

/** Open requests first, the most pressing on top; then those closed last, at most `limit` in all. */
export function listSubjectRequestRows(units: string[] | null, limit: number): Promise<SubjectRequestRow[]> {
  return database().prisma.subjectRequest.findMany({
    where: units ? { unitId: { in: units } } : {},
    select: row,
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { answerBy: 'asc' }, { id: 'asc' }],
    take: limit,
  })
}

/** The requests of one person, the newest first. */
export function listRequestsOf(contactId: string): Promise<SubjectRequestRow[]> {
  return database().prisma.subjectRequest.findMany({
    where: { contactId },
    select: row,
    orderBy: [{ receivedAt: 'desc' }, { id: 'asc' }],
  })
}

export function findSubjectRequest(id: string) {
  return database().prisma.subjectRequest.findUnique({ where: { id }, select: { ...row, sealedNote: true } })
}

export type NewSubjectRequest = Omit<
  SubjectRequestRow,
  'isExtended' | 'answeredAt' | 'closedAt' | 'outcome' | 'reason'
> & { sealedNote: Uint8Array<ArrayBuffer> | null }

/** Adds a request; `stopsNow`: the person is also taken out of every further invitation in the same step. */
export async function insertSubjectRequest(
  actor: Actor | null,
  request: NewSubjectRequest,
  stopsNow: boolean,
  entry: AuditEntry,
): Promise<void> {
  const { prisma } = database()
  const { contactId: id, receivedAt: optedOutAt } = request
  await prisma.$transaction([
    prisma.subjectRequest.create({ data: request }),
    ...(stopsNow
      ? [prisma.contact.updateMany({ where: { id, erasedAt: null, optedOutAt: null }, data: { optedOutAt } })]
      : []),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}

type Change = Partial<
  Pick<SubjectRequestRow, 'doneBy' | 'isExtended' | 'answeredAt' | 'closedAt' | 'outcome' | 'reason'>
>

/** Changes an open request; false when it was closed meanwhile. */
export async function updateSubjectRequest(
  actor: Actor,
  id: string,
  change: Change,
  entry: AuditEntry,
): Promise<boolean> {
  return database().prisma.$transaction(async (transaction) => {
    const { count } = await transaction.subjectRequest.updateMany({
      where: { id, closedAt: null },
      data: { ...change, handledBy: actor.userId },
    })
    if (count > 0) await transaction.auditEvent.create({ data: auditRow(actor, entry) })
    return count > 0
  })
}
