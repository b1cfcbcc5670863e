// An administrator has a failed job tried again, or gives it up.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { discardDeadLetter, retryDeadLetter } from '#lib/db/jobs'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  lane: z.string().max(50),
  job: z.uuid(),
  what: z.enum(['retry', 'discard']),
})

/** Throws unknownJob when somebody else has settled it before. */
export async function settleDeadLetter(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const administrator = allow(actor, 'jobs.manage')
  const { lane, job, what } = requireShape(shape, input)
  const settle = what === 'retry' ? retryDeadLetter : discardDeadLetter
  if (!(await settle(lane, job))) throw problems.unknownJob({ job })
  await insertAuditEvent(administrator, {
    action: 'settle-dead-letter',
    subject: job,
    details: { lane, what },
  })
}
