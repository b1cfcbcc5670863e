// Addresses that were refused for good. A corrected address has another hash, so the mark ends by itself.
import { database } from '#lib/db/client'

type Refused = { contactId: string; channel: 'email' | 'phone'; addressKey: string; reason: string }

/** Marks an address; a newer refusal of the same person replaces the older one. */
export async function markUndeliverable(refused: Refused, day: string): Promise<void> {
  const { contactId, ...rest } = refused
  const data = { ...rest, notedOn: new Date(day) }
  await database().prisma.undeliverableAddress.upsert({
    where: { contactId },
    create: { contactId, ...data },
    update: data,
  })
}

export type Undeliverable = {
  contactId: string
  unitId: string
  channel: string
  reason: string
  sealed: Uint8Array | null
}

/** The people invited to a wave whose address is still the refused one, by unit. */
export async function listUndeliverable(waveId: string): Promise<Undeliverable[]> {
  const { rows } = await database().pool.query<Undeliverable>(
    `select distinct c.id as "contactId", c."unitId", u.channel, u.reason, c.sealed
     from "UndeliverableAddress" u join "Contact" c on c.id = u."contactId"
     join "Invitation" i on i."contactId" = c.id and i."waveId" = $1 and not i."isRevoked"
     where u."addressKey" = case when u.channel = 'email' then c."emailKey" else c."phoneKey" end
     order by c."unitId", c.id`,
    [waveId],
  )
  return rows
}
