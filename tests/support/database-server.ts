// One embedded PostgreSQL for the whole run, in a folder of its own, with a template database that is migrated and holds
// the definitions of surveys/. Durability is off here only: these databases live for seconds.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectDatabase, disconnectDatabase } from '#lib/db/client'
import { startEmbedded } from '../../prisma/embedded'
import { migrate } from '../../prisma/migrate'
import { publish } from '../../prisma/publish'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database on the server in which tests may create others. */
    serverUrl: string
    /** Name of the migrated and published database that tests clone. */
    template: string
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-test-'))
  const server = await startEmbedded(folder, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  })
  const template = 'template_thuoc_do'
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`create database ${template}`)
  await client.end()
  const url = new URL(server.url)
  url.pathname = `/${template}`
  await migrate(url.href)
  connectDatabase(url.href, 2)
  await publish().finally(disconnectDatabase)
  project.provide('serverUrl', server.url)
  project.provide('template', template)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
