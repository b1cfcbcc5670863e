// What one person was invited to, and never whether they have used it. Who has an account of their own sees this; nobody
// else asks by person.
import { database } from '#lib/db/client'

export type OwnInvitation = {
  id: string
  version: number
  waveId: string
  unitId: string
  expiresAt: Date | null
}

/** Those that were not taken back, the wave that closes last first. */
export function listInvitationsOf(contactId: string): Promise<OwnInvitation[]> {
  return database().prisma.invitation.findMany({
    where: { contactId, isRevoked: false, group: { waveUnit: { wave: { cancelledAt: null } } } },
    orderBy: { group: { waveUnit: { wave: { closesAt: 'desc' } } } },
    select: { id: true, version: true, waveId: true, unitId: true, expiresAt: true },
  })
}
