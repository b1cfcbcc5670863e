// Puts a ballot into the box. The surprise: all ballots of the group are taken out and put in again in random order, in one
// transaction, so that neither a transaction number nor a place on the disk tells which came first. Nothing is ever left to
// a unique key here: its complaint would stand, with the hour, in the log of the database.
import type { PoolClient } from 'pg'
import { inGroup } from '#lib/db/in-group'

export type BallotRow = {
  unitId: string
  waveId: string
  tokenHash: string
  stratum: string
  receipt: string
  formId: number
  language: string
  answers: Record<string, unknown>
  coded: number[]
  leaf: string
}

/** cast: now or before, with these very answers. used: the token has cast others. refused: the wave takes none now. */
export type Casting = 'cast' | 'used' | 'refused'

/** One token, one ballot, in the moment in which the wave is open. */
export function insertBallot(ballot: BallotRow): Promise<Casting> {
  return inGroup(ballot, async (client) => {
    const known = await knownBallot(client, ballot)
    if (known) return known
    const { rowCount: isOpen } = await client.query(
      `select from "Wave" w where w.id = $1 and w."opensAt" <= $2 and w."closesAt" > $2
         and (w."cancelledAt" is null or w."cancelledAt" > $2) and w."boxOpenedAt" is null`,
      [ballot.waveId, new Date()],
    )
    if (!isOpen) return 'refused'
    await client.query(shuffleIn, [
      ballot.unitId,
      ballot.waveId,
      ballot.stratum,
      ballot.tokenHash,
      ballot.receipt,
      ballot.formId,
      ballot.language,
      JSON.stringify(ballot.answers),
      ballot.coded,
      ballot.leaf,
    ])
    return 'cast'
  })
}

/** What this token, or a ballot with this receipt, has done before; null when nothing. */
async function knownBallot(client: PoolClient, ballot: BallotRow): Promise<Casting | null> {
  const { rows } = await client.query<{ isSame: boolean }>(
    `select "tokenHash" = $3 and leaf = $5 as "isSame" from "Ballot"
     where "unitId" = $1 and "waveId" = $2 and ("tokenHash" = $3 or receipt = $4::uuid)`,
    [ballot.unitId, ballot.waveId, ballot.tokenHash, ballot.receipt, ballot.leaf],
  )
  if (rows.length === 0) return null
  return rows.every(({ isSame }) => isSame) ? 'cast' : 'used'
}

const columns = `"unitId", "waveId", stratum, "tokenHash", receipt, "formId", language, answers, coded, leaf`
const shuffleIn = `
  with taken as (
    delete from "Ballot" where "unitId" = $1 and "waveId" = $2 and stratum = $3 returning ${columns}
  )
  insert into "Ballot" (${columns})
  select ${columns} from (
    select ${columns} from taken
    union all
    select $1, $2, $3, $4, $5::uuid, $6::int, $7, $8::jsonb, $9::smallint[], $10
  ) as box (${columns})
  order by random()`
