// What one person was invited to. Who has an account of their own sees this; nobody else asks by person.
import { notSigned } from '#lib/db/ballot-groups'
import { database } from '#lib/db/client'

export type OwnInvitation = {
  id: string
  version: number
  waveId: string
  unitId: string
  isSigned: boolean
  expiresAt: Date | null
}

/** Those that were not taken back, the wave that closes last first. */
export async function listInvitationsOf(contactId: string): Promise<OwnInvitation[]> {
  const rows = await database().prisma.invitation.findMany({
    where: { contactId, isRevoked: false, group: { waveUnit: { wave: { cancelledAt: null } } } },
    orderBy: { group: { waveUnit: { wave: { closesAt: 'desc' } } } },
    select: { id: true, version: true, waveId: true, unitId: true, blindedHash: true, expiresAt: true },
  })
  return rows.map(({ blindedHash, ...row }) => ({ ...row, isSigned: blindedHash !== notSigned }))
}
