// Groups of invited people and their invitations, as officers and the public may see them: keys and counts, never who has
// used what.
import { type GroupDraw, groupDraw } from '#lib/contacts/group-draw'
import { database } from '#lib/db/client'

/** What stands instead of a hash in an invitation that was not used: as long as one, so that rows look alike on the disk. */
export const notSigned = '-'.repeat(43)

export type GroupKey = { unitId: string; waveId: string; stratum: string }

export type BallotGroupLine = {
  unitId: string
  stratum: string
  weight: number
  publicKey: string
  /** Invitations that are not revoked. */
  invited: number
  /** Signatures given: invitations that were used. */
  issued: number
  /** Ballots in the box; never more than `issued`, or somebody stuffs it. */
  cast: number
  /** Whether the box was opened: then the counts do not change any more. */
  isOpened: boolean
}

/** The groups of a wave with their counts, of one unit or of all. */
export async function listBallotGroups(waveId: string, unitIds: string[] | null): Promise<BallotGroupLine[]> {
  const { rows } = await database().pool.query<BallotGroupLine>(
    `select g."unitId", g.stratum, g.weight, g."publicKey",
       (select count(*)::int from "Invitation" i where (i."unitId", i."waveId", i.stratum) = (g."unitId", g."waveId", g.stratum)
          and not i."isRevoked") as invited,
       coalesce(g.issued, (select count(*)::int from "Invitation" i
          where (i."unitId", i."waveId", i.stratum) = (g."unitId", g."waveId", g.stratum) and i."blindedHash" <> $3)) as issued,
       coalesce(g."cast", (select count(*)::int from "Ballot" b
          where (b."unitId", b."waveId", b.stratum) = (g."unitId", g."waveId", g.stratum))) as "cast",
       w."boxOpenedAt" is not null as "isOpened"
     from "BallotGroup" g join "Wave" w on w.id = g."waveId"
     where g."waveId" = $1 and ($2::text[] is null or g."unitId" = any($2))
     order by g."unitId", g.stratum`,
    [waveId, unitIds, notSigned],
  )
  return rows
}

/** How the people of each group of a wave were drawn; groups without a recorded draw are left out. */
export async function listDrawnGroups(
  waveId: string,
): Promise<{ unitId: string; stratum: string; weight: number; draw: GroupDraw }[]> {
  const rows = await database().prisma.ballotGroup.findMany({
    where: { waveId },
    orderBy: [{ unitId: 'asc' }, { stratum: 'asc' }],
    select: { unitId: true, stratum: true, weight: true, draw: true },
  })
  return rows.flatMap(({ draw, ...group }) =>
    draw === null ? [] : { ...group, draw: groupDraw.parse(draw) },
  )
}

/** The key and weight of one group, or null. */
export function findBallotGroup({ unitId, waveId, stratum }: GroupKey) {
  return database().prisma.ballotGroup.findUnique({
    where: { unitId_waveId_stratum: { unitId, waveId, stratum } },
    select: { publicKey: true, weight: true },
  })
}

export type FoundInvitation = GroupKey & {
  id: string
  isRevoked: boolean
  expiresAt: Date | null
  publicKey: string
  weight: number
  /** Sealed; null once the box is opened. */
  privateKey: Uint8Array | null
}

/** The invitation with this hash of a code, or null. */
export async function findInvitation(codeHash: string): Promise<FoundInvitation | null> {
  const found = await database().prisma.invitation.findUnique({
    where: { codeHash },
    include: { group: { select: { publicKey: true, privateKey: true, weight: true } } },
  })
  if (!found) return null
  const { unitId, waveId, stratum, id, isRevoked, expiresAt, group } = found
  return { unitId, waveId, stratum, id, isRevoked, expiresAt, ...group }
}
