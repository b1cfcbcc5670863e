// The work of the lane "mailings", once a minute: fills mailings whose time has come, hands as many messages to the lanes of
// their channels as the mail server's limits and the hour allow, and ends what is done.

import { dayInVietNam } from '#lib/day-in-viet-nam'
import { countJobs } from '#lib/db/jobs'
import { endFinishedMailings, startDueMailings } from '#lib/db/mailings'
import { countSentOn, takeMessages } from '#lib/db/messages'
import { findSendingHours, findSmtp, findWebhook } from '#lib/flows/find-message-access'
import { derivedJobId } from '#lib/jobs/derived-job-id'
import type { JobOrder } from '#lib/jobs/lane'
import { isSendingTime } from '#lib/messages/sending-hours'

/** Gateways tell their own limits by 429; this one only keeps the lane short. */
const webhookPerMinute = 120

/** The jobs of the messages to be sent now: one for a message and a day. `now` is the moment of the run. */
export async function queueMessages(now: Date = new Date()): Promise<JobOrder[]> {
  const today = dayInVietNam(now)
  await endFinishedMailings(now, today)
  if (!isSendingTime(now, await findSendingHours())) return []
  await startDueMailings(now)
  const smtp = await findSmtp()
  const [mail, telephone] = await Promise.all([
    smtp
      ? take('email', 'mail', Math.min(smtp.perMinute, smtp.perDay - (await countSentOn('email', today))))
      : [],
    (await findWebhook()) ? take('webhook', 'telephone', webhookPerMinute) : [],
  ])
  await endFinishedMailings(now, today)
  return [...mail, ...telephone]

  /** What already waits in the lane counts: behind a stuck server the lane must not grow. */
  async function take(channel: 'email' | 'webhook', lane: 'mail' | 'telephone', most: number) {
    const counts = (await countJobs()).get(lane)
    const free = most - (counts ? counts.waiting + counts.running : 0)
    if (free < 1) return []
    return (await takeMessages(channel, free, today)).map(({ unitId, id }) => ({
      lane,
      id: derivedJobId(id, today),
      data: { unit: unitId, message: id },
    }))
  }
}
