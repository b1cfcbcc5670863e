// Uses an invitation up. The surprise: every invitation of the group is written, used or not, so that neither its
// transaction nor its place on the disk tells which one it was; and nothing but hashes of one length changes.
import { type FoundInvitation, notSigned } from '#lib/db/ballot-groups'
import { inGroup } from '#lib/db/in-group'

/**
 * signed: now or before, for this very message. expired: and it was not signed before for this message; whether for another one
 * is not said. other: for another message. refused: wave or invitation do not allow it.
 */
export type Marking = 'signed' | 'expired' | 'other' | 'refused'

/** Binds the invitation to the one blinded message with this hash, in the moment in which the wave is open. */
export function markSigned(invitation: FoundInvitation, blindedHash: string): Promise<Marking> {
  return inGroup(invitation, async (client) => {
    const { rows } = await client.query<{ blindedHash: string; isExpired: boolean }>(
      `select i."blindedHash", coalesce(i."expiresAt" <= $4, false) as "isExpired" from "Invitation" i join "Wave" w on w.id = i."waveId"
       where i."unitId" = $1 and i."waveId" = $2 and i.id = $3::uuid and not i."isRevoked"
         and w."opensAt" <= $4 and w."closesAt" > $4
         and (w."cancelledAt" is null or w."cancelledAt" > $4) and w."boxOpenedAt" is null`,
      [invitation.unitId, invitation.waveId, invitation.id, new Date()],
    )
    if (!rows[0]) return 'refused'
    if (rows[0].blindedHash === blindedHash) return 'signed'
    if (rows[0].isExpired) return 'expired'
    if (rows[0].blindedHash !== notSigned) return 'other'
    await client.query(
      `update "Invitation" set "blindedHash" = case when id = $4::uuid then $5 else "blindedHash" end
       where "unitId" = $1 and "waveId" = $2 and stratum = $3`,
      [invitation.unitId, invitation.waveId, invitation.stratum, invitation.id, blindedHash],
    )
    return 'signed'
  })
}
