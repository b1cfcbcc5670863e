// A server of one story's own, whole as `npm start` makes it, with settings that the shared one of the stories does not have;
// its database is open to the story, which sees to it that days pass.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectDatabase, disconnectDatabase } from '#lib/db/client'
import { startEmbedded } from '../../prisma/embedded'
import { startServer } from './built-server'
import { freePort } from './free-port'

export type WholeServer = { url: string; stop(): Promise<void> }

/** Starts it with the sample data; `settings` may need the address that it will have. */
export async function startWholeServer(
  settings: (url: string) => Record<string, string> | Promise<Record<string, string>>,
): Promise<WholeServer> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const own = await settings(url)
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-whole-'))
  const postgres = await startEmbedded(join(folder, 'own'))
  const server = startServer({
    DATA_DIR: folder,
    PORT: String(port),
    DATABASE_URL: postgres.url,
    PUBLIC_URL: url,
    ...own,
  })
  const stop = async () => {
    await disconnectDatabase()
    await server.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await server.url
  } catch (error) {
    await stop()
    throw error
  }
  connectDatabase(postgres.url, 2)
  return { url, stop }
}
