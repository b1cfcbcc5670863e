// The audit log for administrators, newest first, a page at a time, with names instead of ids.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { type AuditLine, listAuditEvents } from '#lib/db/audit'
import { listUsers } from '#lib/db/users'
import { requireShape } from '#lib/user-input'

const pageLength = 50
const shape = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  action: z.string().max(60).optional(),
})

export type NamedAuditLine = AuditLine & { actorName: string | null }
export type AuditPage = { lines: NamedAuditLine[]; next: string | null }

/** One page of the log; `next` is the `before` of the following page, null on the last. */
export async function loadAuditLog(actor: MaybeActor, input: z.input<typeof shape>): Promise<AuditPage> {
  allow(actor, 'audit.read')
  const { before, action } = requireShape(shape, input)
  const [rows, users] = await Promise.all([
    listAuditEvents({ before, action, limit: pageLength + 1 }),
    listUsers(),
  ])
  const names = new Map(users.map((user) => [user.id, `${user.name} (${user.login})`]))
  const lines = rows
    .slice(0, pageLength)
    .map((row) => ({ ...row, actorName: row.actorId && (names.get(row.actorId) ?? row.actorId) }))
  return { lines, next: rows.length > pageLength ? lines.at(-1)!.id : null }
}
