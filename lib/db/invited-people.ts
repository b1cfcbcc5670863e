// The people who are invited to a wave, with what their letters and list lines are made of, and counts of messages by unit.
// Never who has answered: nothing here reads that.
import { database } from '#lib/db/client'

export type InvitedPerson = {
  invitationId: string
  version: number
  unitId: string
  contactId: string | null
  sealed: Uint8Array | null
  language: string
  expiresAt: Date | null
}

/** Everybody with a valid invitation who may be written to, in an order that tells nothing; of one unit or of all. */
export async function listInvited(waveId: string, unitId: string | null): Promise<InvitedPerson[]> {
  const { rows } = await database().pool.query<InvitedPerson>(
    `select i.id as "invitationId", i.version, i."unitId", c.id as "contactId", c.sealed, coalesce(c.language, 'vi') as language,
       i."expiresAt"
     from "Invitation" i left join "Contact" c on c.id = i."contactId"
     where i."waveId" = $1 and ($2::text is null or i."unitId" = $2) and not i."isRevoked"
       and (i."expiresAt" is null or i."expiresAt" > now()) and c."optedOutAt" is null and c."erasedAt" is null
     order by i."unitId", i.id`,
    [waveId, unitId],
  )
  return rows
}

/** Some invitation to a wave that still takes or may take ballots, or null: any one tells which key made them. */
export async function findOpenInvitation(): Promise<{
  id: string
  version: number
  codeHash: string
} | null> {
  const { rows } = await database().pool.query<{ id: string; version: number; codeHash: string }>(
    `select i.id, i.version, i."codeHash" from "Invitation" i join "Wave" w on w.id = i."waveId"
     where w."boxOpenedAt" is null and w."cancelledAt" is null and w."closesAt" > now() and not i."isRevoked"
     order by i.id limit 1`,
  )
  return rows[0] ?? null
}

/**
 * How many people of each unit have been sent at least one message that goes to everybody: counting reminders too would tell
 * how many of those who were invited on paper have not answered.
 */
export async function countReached(waveId: string): Promise<Map<string, number>> {
  const { rows } = await database().pool.query<{ unitId: string; count: number }>(
    `select g."unitId", count(distinct g."invitationId")::int as count
     from "Message" g join "Mailing" m on m.id = g."mailingId"
     where g."waveId" = $1 and g.state = 'sent' and m.kind <> 'reminder' group by g."unitId"`,
    [waveId],
  )
  return new Map(rows.map(({ unitId, count }) => [unitId, count]))
}
