// One message a person: handing it to its lane, what is needed to write it, and what became of it.
import { database } from '#lib/db/client'
import type { MailingChannel } from '#lib/db/mailings'
import type { MessageState } from '#lib/messages/message-state'
import type { MessageKind, TemplateTexts } from '#lib/messages/template'
import { sqlState } from '#lib/sql-state'

export type MessageId = { unitId: string; id: string }

/**
 * Takes up to `limit` messages to be sent now. One that was taken an hour ago and has not been settled is taken again (its
 * job may be lost); nobody gets a second message on one day.
 */
export async function takeMessages(
  channel: MailingChannel,
  limit: number,
  today: string,
): Promise<MessageId[]> {
  const { rows } = await database().pool.query<MessageId>(
    `update "Message" set "queuedAt" = now()
     where ("unitId", id) in (
       select g."unitId", g.id from "Message" g join "Mailing" m on m.id = g."mailingId"
       where m.status = 'running' and m.channel = $1 and g.state = 'planned'
         and (g."queuedAt" is null or g."queuedAt" < now() - interval '1 hour')
         and not exists (select from "Message" other where other."contactId" = g."contactId"
                         and other."claimedOn" = $3 and other.id <> g.id)
       order by g."queuedAt" nulls first, g.id limit $2 for update of g skip locked)
     returning "unitId", id`,
    [channel, limit, today],
  )
  return rows
}

/** How many messages of a channel were sent on a day. */
export async function countSentOn(channel: MailingChannel, day: string): Promise<number> {
  return database().prisma.message.count({
    where: { sentOn: new Date(day), mailing: { channel } },
  })
}

export type MessageToSend = NonNullable<Awaited<ReturnType<typeof findMessage>>>

/** Everything that is needed to write a message, or null for one that is gone. */
export async function findMessage({ unitId, id }: MessageId) {
  const row = await database().prisma.message.findUnique({
    where: { unitId_id: { unitId, id } },
    include: {
      mailing: { include: { template: true, wave: true } },
      contact: { include: { undeliverable: true } },
      invitation: true,
    },
  })
  if (!row) return null
  const unit = await database().prisma.unit.findUniqueOrThrow({ where: { id: unitId } })
  const { mailing, contact, invitation, state } = row
  return {
    state: state as MessageState,
    kind: mailing.kind as MessageKind,
    channel: mailing.channel as MailingChannel,
    isCancelled: mailing.status === 'cancelled',
    texts: (mailing.template?.texts ?? null) as TemplateTexts | null,
    wave: mailing.wave,
    unit,
    contact,
    invitation,
  }
}

/** True when this is the person's only message of the day; the day is kept for it from then on. */
export async function claimDay({ unitId, id }: MessageId, today: string): Promise<boolean> {
  try {
    await database().pool.query(
      `update "Message" set "claimedOn" = $3, attempts = attempts + 1 where "unitId" = $1 and id = $2`,
      [unitId, id, today],
    )
    return true
  } catch (error) {
    if (sqlState(error) === '23505') return false
    throw error
  }
}

/** Gives the day back: nothing was sent. */
export async function releaseDay({ unitId, id }: MessageId): Promise<void> {
  await database().prisma.message.update({
    where: { unitId_id: { unitId, id } },
    data: { claimedOn: null, queuedAt: null },
  })
}

type Settled = { state: Exclude<MessageState, 'planned'>; reason?: string; sentOn?: string }

/** Writes down what became of a message. */
export async function settleMessage({ unitId, id }: MessageId, settled: Settled): Promise<void> {
  const { state, reason = '', sentOn } = settled
  await database().prisma.message.update({
    where: { unitId_id: { unitId, id } },
    data: { state, reason, ...(sentOn ? { sentOn: new Date(sentOn) } : {}) },
  })
}

/** The message of that id, whatever its unit: bounces name the id only. */
export async function findMessageById(id: string) {
  return database().prisma.message.findFirst({
    where: { id },
    select: {
      unitId: true,
      id: true,
      waveId: true,
      mailing: { select: { channel: true, kind: true } },
      contact: { select: { id: true, emailKey: true, phoneKey: true } },
    },
  })
}
