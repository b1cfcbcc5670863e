// An administrator asks devices for a proof of work before their answers are taken, or stops asking.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { saveSetting } from '#lib/db/settings'
import { forgetProtection } from '#lib/flows/needs-proof'
import { requireShape } from '#lib/user-input'

const shape = z.object({ isOn: z.boolean() })

/** Takes effect within seconds. */
export async function setProtection(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { isOn } = requireShape(shape, input)
  const administrator = allow(actor, 'protection.manage')
  await saveSetting('proof-of-work', isOn)
  forgetProtection()
  await insertAuditEvent(administrator, { action: 'set-protection', details: { isOn } })
}
