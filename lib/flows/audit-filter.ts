// Which lines of the audit log are wanted: the same words for the page and for the file. Days are days in Viet Nam.
import { z } from 'zod'
import type { AuditFilter } from '#lib/db/audit'

const day = z
  .string()
  .regex(/^(\d{4}-\d\d-\d\d)?$/)
  .refine((text) => text === '' || !Number.isNaN(Date.parse(text)))
  .optional()

export const auditQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  action: z.string().max(60).optional(),
  actor: z.string().max(60).optional(),
  kind: z.enum(['', 'reads', 'changes']).optional(),
  from: day,
  until: day,
})
export type AuditQuery = z.input<typeof auditQuery>

const aDay = 24 * 60 * 60 * 1000
const startOf = (text: string) => new Date(`${text}T00:00:00+07:00`)

/** What the database is asked for; `until` is the last day that counts. */
export function auditFilter({
  action,
  actor,
  kind,
  from,
  until,
}: Omit<z.output<typeof auditQuery>, 'before'>): AuditFilter {
  return {
    action: action || undefined,
    actor: actor || undefined,
    isRead: kind ? kind === 'reads' : undefined,
    from: from ? startOf(from) : undefined,
    until: until ? new Date(startOf(until).getTime() + aDay) : undefined,
  }
}
