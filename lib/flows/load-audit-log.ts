// The audit log for administrators, newest first, a page at a time, with names instead of ids. Looking at it leaves a line
// too, but only when the first page is opened or another filter is set: turning pages would fill the log with itself.
import { allow, type MaybeActor } from '#lib/access'
import { type AuditLine, insertReadEvent, listAuditEvents } from '#lib/db/audit'
import { listUsers } from '#lib/db/users'
import { type AuditQuery, auditFilter, auditQuery } from '#lib/flows/audit-filter'
import { requireShape } from '#lib/user-input'

const pageLength = 50

export type NamedAuditLine = AuditLine & { actorName: string | null }
export type AuditPage = {
  lines: NamedAuditLine[]
  next: string | null
  people: { id: string; name: string }[]
}

/** One page of the log; `next` is the `before` of the following page, null on the last. */
export async function loadAuditLog(actor: MaybeActor, input: AuditQuery): Promise<AuditPage> {
  const admin = allow(actor, 'audit.read')
  const { before, ...query } = requireShape(auditQuery, input)
  const [rows, users] = await Promise.all([
    listAuditEvents({ ...auditFilter(query), before, limit: pageLength + 1 }),
    listUsers(),
  ])
  if (!before) await insertReadEvent(admin, { action: 'load-audit-log', details: query })
  const people = users.map((user) => ({ id: user.id, name: `${user.name} (${user.login})` }))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const lines = rows
    .slice(0, pageLength)
    .map((row) => ({ ...row, actorName: row.actorId && (names.get(row.actorId) ?? row.actorId) }))
  return { lines, next: rows.length > pageLength ? lines.at(-1)!.id : null, people }
}
