// pg-boss on the connections that the process has anyway, in a schema of its own beside our tables. It is asked for its
// SQL only: our own loop runs the jobs (run-lanes.ts), because pg-boss' workers leave promises behind that end the process
// when the database goes away.
import PgBoss from 'pg-boss'
import { database } from '#lib/db/client'

export const jobSchema = 'pgboss'

const day = 86_400

/** A store on the database of this process. It works without being started once the schema is there. */
export function jobStore(): PgBoss {
  return new PgBoss({
    db: { executeSql },
    schema: jobSchema,
    schedule: false,
    maintenanceIntervalSeconds: 60,
    archiveCompletedAfterSeconds: 2 * day, // longer than any lane's interval: that is how a slot is known to be taken
    archiveFailedAfterSeconds: 60 * day,
    deleteAfterDays: 7,
  })
}

async function executeSql(text: string, values?: unknown[]) {
  const client = await database().pool.connect()
  try {
    const result = await client.query(text, values)
    client.release()
    return result
  } catch (error) {
    client.release(values === undefined) // a script may have left a transaction open: such a connection is thrown away
    throw error
  }
}
