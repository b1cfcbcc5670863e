// An officer hands in a mail that came back: the address is marked until somebody corrects it. Not after a reminder: the mark
// would show everybody else that this person had not answered.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertAuditEvent } from '#lib/db/audit'
import { findMessageById, settleMessage } from '#lib/db/messages'
import { markUndeliverable } from '#lib/db/undeliverable-addresses'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { tellsNothing } from '#lib/messages/message-state'
import { readBounce } from '#lib/messages/read-bounce'
import type { MessageKind } from '#lib/messages/template'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

/** Larger than any delivery report with the headers of what it is about. */
const longest = 300_000
const shape = z.object({ wave: z.string().max(100), source: z.string().trim().min(1).max(longest) })

/** marked: the address; delayed: a report of a delay only; kept-secret: it was a reminder, so nothing was marked. */
export type TakenBounce = 'marked' | 'delayed' | 'kept-secret'

/** Throws bounceUnread when it is not about this wave. */
export async function takeBounce(actor: MaybeActor, input: z.input<typeof shape>): Promise<TakenBounce> {
  const { wave: id, source } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', id)
  const bounce = await readBounce(source)
  const message = bounce && (await findMessageById(bounce.messageId))
  if (!bounce || message?.waveId !== wave.id) throw problems.bounceUnread({})
  if (!tellsNothing(message.mailing.kind as MessageKind)) return 'kept-secret'
  if (!bounce.isLasting) return 'delayed'
  if (message.contact?.emailKey) {
    const { id: contactId, emailKey: addressKey } = message.contact
    const refused = { contactId, channel: 'email' as const, addressKey, reason: bounce.code }
    await markUndeliverable(refused, dayInVietNam())
  }
  await settleMessage(message, { state: 'bounced', reason: bounce.code })
  await insertAuditEvent(officer, { action: 'take-bounce', subject: wave.id, details: { code: bounce.code } })
  return 'marked'
}
