// New groups and invitations, all or nothing. New keys are made only while the list of keys is not public yet: that is asked
// in the transaction that adds them, with the wave held, so that nobody can slip a key in afterwards.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

export type NewBallotGroup = Prisma.BallotGroupUncheckedCreateInput
export type NewInvitation = Prisma.InvitationCreateManyInput

/** done; closed: the wave has closed or its box is open; published: its keys are public, so no group can be added. */
export type Inviting = 'done' | 'closed' | 'published'

export function insertInvitations(
  waveId: string,
  groups: NewBallotGroup[],
  invitations: NewInvitation[],
): Promise<Inviting> {
  return database().prisma.$transaction(
    async (transaction) => {
      const open = await transaction.$queryRaw<unknown[]>`
        select id from "Wave" where id = ${waveId} and "closesAt" > ${new Date()} and "cancelledAt" is null
          and "boxOpenedAt" is null for update`
      if (open.length === 0) return 'closed'
      if (groups.length > 0 && (await transaction.ledgerLeaf.count({ where: { waveId } })) > 0)
        return 'published'
      await transaction.ballotGroup.createMany({ data: groups })
      if (groups.some(({ draw }) => draw))
        await transaction.wave.update({ where: { id: waveId }, data: { design: 'people' } })
      // In the order of their random ids: where a row lies says nothing about whom it is for.
      const inOrder = [...invitations].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
      await transaction.invitation.createMany({ data: inOrder })
      return 'done'
    },
    { timeout: 60_000 },
  )
}

/** The people of a contact list who have an invitation to this wave already. */
export async function listInvitedContacts(waveId: string): Promise<Set<string>> {
  const rows = await database().prisma.invitation.findMany({
    where: { waveId, contactId: { not: null }, isRevoked: false },
    select: { contactId: true },
  })
  return new Set(rows.flatMap(({ contactId }) => contactId ?? []))
}

/** Until when the invitations of a wave can be used. Every row is written, so none tells anything by it. */
export async function setInvitationExpiry(waveId: string, expiresAt: Date): Promise<void> {
  await database().prisma.$transaction([
    database().prisma.$queryRaw`
      select from "BallotGroup" where "waveId" = ${waveId} order by "unitId", stratum for update`,
    database().prisma.invitation.updateMany({ where: { waveId }, data: { expiresAt } }),
  ])
}

/** The last moment at which any invitation of a wave can be used; null: none says one. */
export async function findInvitationExpiry(waveId: string): Promise<Date | null> {
  const { _max } = await database().prisma.invitation.aggregate({
    where: { waveId, isRevoked: false },
    _max: { expiresAt: true },
  })
  return _max.expiresAt
}
