// From nothing to a connected, migrated and published database, with the sample data in it when it is empty. `npm start`,
// the tests of the whole server and the benchmarks all come this way.
import { connectDatabase, disconnectDatabase } from '#lib/db/client'
import { env } from '#lib/env'
import { startEmbedded } from './embedded'
import { migrate } from './migrate'
import { publish } from './publish'
import { seedWhenEmpty } from './seed'

export type PreparedDatabase = {
  /** Settles when an embedded server ends, wanted or not; never for a server of somebody else's. */
  ended: Promise<number>
  stop(): Promise<void>
}

/** Connects this process to DATABASE_URL, or to the embedded server of DATA_DIR, and makes it ready for use. */
export async function prepareDatabase(): Promise<PreparedDatabase> {
  const { DATABASE_URL, DATABASE_POOL, DATA_DIR, NO_SAMPLE_DATA } = env()
  const server = DATABASE_URL ? notOurs(DATABASE_URL) : await startEmbedded(DATA_DIR)
  async function stop() {
    await disconnectDatabase()
    await server.stop()
  }
  try {
    await migrate(server.url)
    connectDatabase(server.url, DATABASE_POOL)
    await publish()
    if (!NO_SAMPLE_DATA) await seedWhenEmpty()
    return { ended: server.ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const notOurs = (url: string) => ({ url, ended: new Promise<number>(() => {}), stop: async () => {} })
