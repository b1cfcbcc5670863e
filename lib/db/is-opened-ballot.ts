// Whether a ballot has come out of an opened box as a response: what makes sending it once more harmless for ever.
import { database } from '#lib/db/client'
import type { BallotRow } from '#lib/db/insert-ballot'

/** True when the very same answers stand there under its receipt. */
export async function isOpenedBallot(ballot: BallotRow): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `select from "Response" where "unitId" = $1 and "waveId" = $2 and receipt = $3::uuid and entry = 'ballot'
       and stratum = $4 and language = $5 and answers = $6::jsonb`,
    [
      ballot.unitId,
      ballot.waveId,
      ballot.receipt,
      ballot.stratum,
      ballot.language,
      JSON.stringify(ballot.answers),
    ],
  )
  return rowCount === 1
}
