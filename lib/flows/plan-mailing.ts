// An officer plans a going-out of messages for a day and an hour in Viet Nam. Nothing is sent here: the lane does it.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertAuditEvent } from '#lib/db/audit'
import { hasOpenMailing, insertMailing, listMailings } from '#lib/db/mailings'
import { findTemplate } from '#lib/db/message-templates'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { findSendingHours, findSmtp, findWebhook } from '#lib/flows/find-message-access'
import { tellsNothing } from '#lib/messages/message-state'
import { isSendingTime, momentInVietNam } from '#lib/messages/sending-hours'
import { type MessageKind, messageKinds } from '#lib/messages/template'
import { problems, type Sentence } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(100),
  kind: z.enum(messageKinds),
  channel: z.enum(['email', 'webhook']),
  day: z.iso.date(),
  hour: z.coerce.number().int().min(0).max(23),
})

/** Throws mailNotSet, webhookNotSet, mailingPlanned, and invalidInput for a time at which nothing may go out. */
export async function planMailing(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { kind, channel, day, hour, ...asked } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', asked.wave)
  if (channel === 'email' && !(await findSmtp())) throw problems.mailNotSet({})
  if (channel === 'webhook' && !(await findWebhook())) throw problems.webhookNotSet({})
  const plannedFor = momentInVietNam(day, hour)
  if (plannedFor >= wave.closesAt || wave.cancelledAt)
    throw atField('day', {
      vi: 'Lúc đó đợt đã đóng. Hãy chọn ngày sớm hơn.',
      en: 'The wave is closed by then. Choose an earlier day.',
    })
  if (!isSendingTime(plannedFor, await findSendingHours()))
    throw atField('hour', {
      vi: 'Giờ hoặc ngày này nằm ngoài giờ được gửi.',
      en: 'Nothing may go out at that hour or on that day.',
    })
  if (await hasOpenMailing(wave.id, kind, channel)) throw problems.mailingPlanned({})
  if (await meetsReminder(wave.id, kind, day)) throw atField('day', onReminderDay)
  const words = await findTemplate({ waveId: wave.id, kind, channel: channel === 'email' ? 'email' : 'text' })
  const mailing = { waveId: wave.id, kind, channel, plannedFor, templateId: words?.id ?? null }
  const id = await insertMailing({ ...mailing, createdBy: officer.userId })
  const details = { wave: wave.id, kind, channel, plannedFor: plannedFor.toISOString() }
  await insertAuditEvent(officer, { action: 'plan-mailing', subject: id, details })
}

/**
 * Everybody gets one message a day, so a mailing to all would go to those who were not reminded on its day, and its counts by
 * unit would tell how many had answered.
 */
async function meetsReminder(waveId: string, kind: MessageKind, day: string): Promise<boolean> {
  const mailings = (await listMailings(waveId)).filter(({ status }) => status !== 'cancelled')
  return mailings.some(
    (other) => tellsNothing(other.kind) !== tellsNothing(kind) && dayInVietNam(other.plannedFor) === day,
  )
}

const onReminderDay = {
  vi: 'Thư nhắc và thư gửi mọi người của một đợt phải khác ngày: cùng ngày thì số thư gửi được sẽ cho biết bao nhiêu người chưa trả lời. Hãy chọn ngày khác.',
  en: 'Reminders and mailings to everybody cannot go out on the same day: the number of mails would tell how many have not answered. Choose another day.',
}

const atField = (question: string, sentence: Sentence) =>
  problems.invalidInput({ faults: [{ question, code: 'not_possible', ...sentence }] })
