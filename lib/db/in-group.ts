// One thing after the other inside a ballot group: signing and casting write all rows of their group anew, so they must
// never meet. Whoever works in a group holds its row; other groups are not kept waiting.
import type { PoolClient } from 'pg'
import type { GroupKey } from '#lib/db/ballot-groups'
import { database } from '#lib/db/client'
import { translateError } from '#lib/db/translate-error'

/** Runs `work` in a transaction that holds the group. What it throws undoes everything. Rejects with databaseDown. */
export async function inGroup<Result>(
  { unitId, waveId, stratum }: GroupKey,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const connecting = database().pool.connect()
  const client = await connecting.catch(translateError({ what: 'nhóm phiếu', id: waveId }))
  try {
    await client.query('begin')
    await client.query(
      'select from "BallotGroup" where "unitId" = $1 and "waveId" = $2 and stratum = $3 for update',
      [unitId, waveId, stratum],
    )
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    return translateError({ what: 'nhóm phiếu', id: waveId })(error)
  }
}
