// The database for a command from the terminal: that of the running service if there is one, else one of our own.
import { connectDatabase, disconnectDatabase } from '#lib/db/client'
import { env } from '#lib/env'
import { runningEmbeddedUrl } from './embedded'
import { prepareDatabase } from './prepare-database'

/** Connects this process; stop it when done. */
export async function openDatabase(): Promise<{ stop(): Promise<void> }> {
  const { DATABASE_URL, DATA_DIR } = env()
  const running = DATABASE_URL ? null : runningEmbeddedUrl(DATA_DIR)
  if (!running) return prepareDatabase()
  connectDatabase(running, 2)
  return { stop: disconnectDatabase }
}
