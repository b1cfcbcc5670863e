// Goings-out of messages: planned for a moment, filled with one message a person when it has come, done when none is left.
import { randomUUID } from 'node:crypto'
import { notSigned } from '#lib/db/ballot-groups'
import { database } from '#lib/db/client'
import type { MessageState } from '#lib/messages/message-state'
import type { MessageKind } from '#lib/messages/template'

export type MailingChannel = 'email' | 'webhook'

export type MailingRow = {
  id: string
  kind: MessageKind
  channel: MailingChannel
  plannedFor: Date
  status: 'planned' | 'running' | 'done' | 'cancelled'
  createdBy: string
  counts: Record<MessageState, number>
}

/** Mailings of a wave, the latest first, with how many messages are in which state. */
export async function listMailings(waveId: string): Promise<MailingRow[]> {
  const { prisma } = database()
  const [rows, states] = await Promise.all([
    prisma.mailing.findMany({ where: { waveId }, orderBy: { plannedFor: 'desc' } }),
    prisma.message.groupBy({ by: ['mailingId', 'state'], where: { waveId }, _count: true }),
  ])
  return rows.map(({ id, kind, channel, plannedFor, status, createdBy, counts: kept }) => {
    const counts = { planned: 0, sent: 0, bounced: 0, failed: 0, skipped: 0, ...(kept as object | null) }
    for (const state of states) if (state.mailingId === id) counts[state.state as MessageState] = state._count
    return { id, kind, channel, plannedFor, status, createdBy, counts } as MailingRow
  })
}

export type NewMailing = {
  waveId: string
  kind: MessageKind
  channel: MailingChannel
  templateId: number | null
  plannedFor: Date
  createdBy: string
}

/** Plans a mailing and returns its id. */
export async function insertMailing(mailing: NewMailing): Promise<string> {
  const id = randomUUID()
  await database().prisma.mailing.create({ data: { id, ...mailing } })
  return id
}

/** True when it was planned or running; what has not been sent yet is not sent any more. */
export async function cancelMailing(waveId: string, id: string): Promise<boolean> {
  const { prisma } = database()
  const [{ count }] = await prisma.$transaction([
    prisma.mailing.updateMany({
      where: { id, waveId, status: { in: ['planned', 'running'] } },
      data: { status: 'cancelled' },
    }),
    prisma.message.updateMany({
      where: { mailingId: id, waveId, state: 'planned', mailing: { status: 'cancelled' } },
      data: { state: 'skipped', reason: 'cancelled' },
    }),
  ])
  return count > 0
}

/** Whether the same kind is planned or under way for a wave and channel already. */
export async function hasOpenMailing(waveId: string, kind: MessageKind, channel: MailingChannel) {
  const where = { waveId, kind, channel, status: { in: ['planned', 'running'] } }
  return (await database().prisma.mailing.count({ where })) > 0
}

/** Fills every mailing whose time has come with its messages; one that another process fills is left to it. */
export async function startDueMailings(now: Date): Promise<void> {
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from "Mailing" where status = 'planned' and "plannedFor" <= $1 order by "plannedFor"`,
    [now],
  )
  for (const { id } of rows) await database().pool.query(fill, [id, now, notSigned])
}

/**
 * One statement, so that a crash leaves a mailing either planned or full. Reminders go to those whose invitation is unused;
 * invitations to those who have not had one by this channel; a last call to everybody, because it must not tell who is late.
 */
const fill = `
  with mailing as (
    update "Mailing" set status = 'running' where id = $1 and status = 'planned' returning *
  ), people as (
    select i."unitId", i."waveId", i.id as "invitationId", c.id as "contactId", m.id as "mailingId",
      case
        when c."erasedAt" is not null or c.sealed is null then 'erased'
        when c."optedOutAt" is not null then 'opted-out'
        when a.key is null then 'no-address'
        when u."addressKey" = a.key then 'undeliverable'
      end as skip
    from mailing m
    join "Wave" w on w.id = m."waveId" and w."cancelledAt" is null and w."closesAt" > $2
    join "Invitation" i on i."waveId" = m."waveId"
    join "Contact" c on c.id = i."contactId"
    cross join lateral (select case when m.channel = 'email' then c."emailKey" else c."phoneKey" end as key) a
    left join "UndeliverableAddress" u on u."contactId" = c.id
      and u.channel = case when m.channel = 'email' then 'email' else 'phone' end
    where not i."isRevoked" and (i."expiresAt" is null or i."expiresAt" > $2)
      and (m.kind <> 'reminder' or i."blindedHash" = $3)
      and (m.kind <> 'invitation' or not exists (
        select from "Message" before join "Mailing" b on b.id = before."mailingId"
        where before."unitId" = i."unitId" and before."waveId" = i."waveId" and before."invitationId" = i.id
          and b.kind = 'invitation' and b.channel = m.channel and before.state in ('planned', 'sent')))
  )
  insert into "Message" ("unitId", id, "mailingId", "waveId", "invitationId", "contactId", state, reason)
  select "unitId", gen_random_uuid(), "mailingId", "waveId", "invitationId", "contactId",
    case when skip is null then 'planned' else 'skipped' end, coalesce(skip, '')
  from people order by random()`

/** Ends the mailings of waves that are over and those that have nothing left to send. */
export async function endFinishedMailings(now: Date, today: string): Promise<void> {
  const { pool } = database()
  await pool.query(
    `update "Message" g set state = 'skipped', reason = 'wave-over' from "Wave" w
     where w.id = g."waveId" and g.state = 'planned' and (w."closesAt" <= $1 or w."cancelledAt" is not null)`,
    [now],
  )
  await pool.query(
    `update "Mailing" m set status = 'done', "endedOn" = $1
     where status = 'running' and not exists (select from "Message" where "mailingId" = m.id and state = 'planned')`,
    [today],
  )
}
