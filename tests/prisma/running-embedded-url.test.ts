// A command beside the running service (npm run sample:remove) reaches the embedded server that the service owns.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { runningEmbeddedUrl, startEmbedded } from '../../prisma/embedded'

test('the running embedded server is found by its data folder, and not once it has stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-running-'))
  expect(runningEmbeddedUrl(folder)).toBeNull()
  const server = await startEmbedded(folder)
  try {
    const url = runningEmbeddedUrl(folder)
    expect(url).toBe(server.url)
    const client = new pg.Client({ connectionString: url! })
    await client.connect()
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await client.end()
  } finally {
    await server.stop()
  }
  expect(runningEmbeddedUrl(folder)).toBeNull()
  await rm(folder, { recursive: true, force: true })
})
