// Gives each test file a database of its own, a clone of the template, and empties it between tests. Definitions and
// units of surveys/ stay: they are the ground that everything stands on.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'

const name = `test_${randomUUID().replaceAll('-', '')}`
const kept = ['_prisma_migrations', 'Definition', 'Unit', 'UnitLineage']
let emptying = ''

beforeAll(async () => {
  await onServer(`create database ${name} template ${inject('template')}`)
  const { pool } = connectDatabase(databaseUrl(), 10)
  const { rows } = await pool.query<{ table: string }>(
    `select quote_ident(tablename) as table from pg_tables where schemaname = 'public' and tablename <> all($1)`,
    [kept],
  )
  const published = await pool.query<{ last: number; units: string[] }>(
    `select coalesce(max(id), 0) as last, (select coalesce(array_agg(id), '{}') from "Unit") as units from "Definition"`,
  )
  const { last, units } = published.rows[0]!
  const known = `array[${units.map((id) => pg.escapeLiteral(id)).join(',')}]::text[]`
  // deleting a few rows is much faster than truncating files; the triggers that keep answers and definitions must not keep the tests' own: they rest for this one transaction
  emptying = `begin; set local session_replication_role = replica;
    ${rows.map((row) => `delete from ${row.table};`).join(' ')}
    delete from "Definition" where id > ${last};
    delete from "UnitLineage" where "fromId" <> all(${known}) or "toId" <> all(${known});
    delete from "Unit" where id <> all(${known}); commit`
})

beforeEach(async () => {
  await database().pool.query(emptying)
})

afterAll(async () => {
  await disconnectDatabase()
  await onServer(`drop database ${name} with (force)`)
})

/** URL of this test file's own database. */
export function databaseUrl(): string {
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
