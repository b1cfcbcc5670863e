// Brings a database to the newest migration. The history lands in _prisma_migrations exactly as `prisma migrate deploy`
// writes it, so either can follow the other. Starts that race wait for each other on an advisory lock.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { sqlState } from '#lib/sql-state'
import { migrationList, noFilter, schemaFiles, withSchemaEngine } from './schema-engine'

const migrationLock = 7_201_611
const undefinedTable = '42P01'

/** Applies what is missing; returns the names of the migrations applied just now. Throws with the engine's words. */
export async function migrate(url: string): Promise<string[]> {
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  try {
    await requireVersion(holder)
    await holder.query('select pg_advisory_lock($1)', [migrationLock])
    if (await isUpToDate(holder)) return []
    const applied = await withSchemaEngine(url, (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(), filters: noFilter }),
    )
    return applied.appliedMigrationNames
  } finally {
    await holder.end()
  }
}

/** Whether exactly our migrations are finished there: the usual start need not load the engine, which takes a second. */
async function isUpToDate(client: pg.Client): Promise<boolean> {
  const { rows } = await client
    .query<{ name: string; checksum: string }>(
      'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1',
    )
    .catch((error) => {
      if (sqlState(error) === undefinedTable) return { rows: [] }
      throw error
    })
  const ours = migrationList().migrationDirectories.map(({ path, migrationFile }) => ({
    name: path,
    checksum: createHash('sha256').update(migrationFile.content.value).digest('hex'),
  }))
  return JSON.stringify(rows) === JSON.stringify(ours)
}

async function requireVersion(client: pg.Client) {
  const { rows } = await client.query<{ number: number }>(
    "select current_setting('server_version_num')::int as number",
  )
  const number = rows[0]!.number
  if (number < 150_000) {
    throw new Error(
      `Cần PostgreSQL từ bản 15, máy chủ này là ${Math.floor(number / 10_000)} / PostgreSQL 15 or newer is needed`,
    )
  }
}

/** The SQL that would turn what the migrations make into what schema.prisma says: empty when they agree. */
export async function schemaDrift(url: string): Promise<string> {
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: noFilter,
    }),
  )
  const sql = stdout?.trim() ?? ''
  return sql === '-- This is an empty migration.' ? '' : sql
}
