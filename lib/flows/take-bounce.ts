// An officer hands in a mail that came back: the address is marked until somebody corrects it.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertAuditEvent } from '#lib/db/audit'
import { findMessageById, settleMessage } from '#lib/db/messages'
import { markUndeliverable } from '#lib/db/undeliverable-addresses'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { readBounce } from '#lib/messages/read-bounce'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

/** Larger than any delivery report with the headers of what it is about. */
const longest = 300_000
const shape = z.object({ wave: z.string().max(100), source: z.string().trim().min(1).max(longest) })

/** True when the address was marked; false for a report of a delay only. Throws bounceUnread when it is not about this wave. */
export async function takeBounce(actor: MaybeActor, input: z.input<typeof shape>): Promise<boolean> {
  const { wave: id, source } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', id)
  const bounce = await readBounce(source)
  const message = bounce && (await findMessageById(bounce.messageId))
  if (!bounce || message?.waveId !== wave.id) throw problems.bounceUnread({})
  if (!bounce.isLasting) return false
  if (message.contact?.emailKey) {
    const { id: contactId, emailKey: addressKey } = message.contact
    const refused = { contactId, channel: 'email' as const, addressKey, reason: bounce.code }
    await markUndeliverable(refused, dayInVietNam())
  }
  await settleMessage(message, { state: 'bounced', reason: bounce.code })
  await insertAuditEvent(officer, { action: 'take-bounce', subject: wave.id, details: { code: bounce.code } })
  return true
}
