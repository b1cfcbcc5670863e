// The audit log as a file, with the filter of its page. Taking it away is a sensitive read itself and leaves a line.
import { allow, type MaybeActor } from '#lib/access'
import { type AuditFilter, countAuditEvents, insertReadEvent, listAuditEvents } from '#lib/db/audit'
import { listUsers } from '#lib/db/users'
import type { Row, Table } from '#lib/exports/table'
import { type AuditQuery, auditFilter, auditQuery } from '#lib/flows/audit-filter'
import { requireShape } from '#lib/user-input'

const batchLength = 1000
const columns = ['id', 'at', 'kind', 'action', 'actor', 'login', 'subject', 'unit', 'details']

/** Newest first. Lines that come in while the file is written are not in it. */
export async function exportAuditLog(actor: MaybeActor, input: AuditQuery): Promise<Table> {
  const admin = allow(actor, 'audit.read')
  const { before: _page, ...query } = requireShape(auditQuery, input)
  await insertReadEvent(admin, { action: 'export-audit-log', details: query })
  const [newest] = await listAuditEvents({ limit: 1 })
  const filter = { ...auditFilter(query), before: String(BigInt(newest?.id ?? 0) + 1n) }
  const logins = new Map((await listUsers()).map(({ id, login }) => [id, login]))
  const expected = await countAuditEvents(filter)
  return { name: 'audit-log', columns, expected, batches: batchesOf(filter, logins) }
}

async function* batchesOf(filter: AuditFilter, logins: ReadonlyMap<string, string>): AsyncGenerator<Row[]> {
  for (let before = filter.before; before; ) {
    const lines = await listAuditEvents({ ...filter, before, limit: batchLength })
    yield lines.map(({ id, at, isRead, action, actorId, subject, unitId, details }) => [
      id,
      at.toISOString(),
      isRead ? 'read' : 'change',
      action,
      actorId ?? '',
      logins.get(actorId ?? '') ?? '',
      subject,
      unitId ?? '',
      JSON.stringify(details),
    ])
    before = lines.length === batchLength ? lines.at(-1)?.id : undefined
  }
}
