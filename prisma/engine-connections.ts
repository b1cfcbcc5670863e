// The connections that the schema engine works through. Prisma's own adapter is made for a running application: it cuts
// a script at every semicolon, also inside a function body, and its shadow database is the real one when it is given a
// URL. Here a script is sent as a whole (PostgreSQL cuts it itself and runs it in one transaction, so a migration that
// fails leaves nothing behind) and the shadow database is made and dropped by us.
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** A factory of adapters on the database at `url`, and `close` for all that it has opened. */
export function engineConnections(url: string) {
  const opened: (() => Promise<void>)[] = []

  async function open(target: string, afterwards?: () => Promise<void>) {
    const adapter = await new PrismaPg({ connectionString: target, max: 1 }).connect()
    const pool = adapter.underlyingDriver()
    let closing: Promise<void> | undefined
    const dispose = () => {
      closing ??= pool.end().then(afterwards)
      return closing
    }
    opened.push(dispose)
    const executeScript = async (script: string) => void (await pool.query(script))
    const queryRaw = readLetters(pool, adapter.queryRaw.bind(adapter))
    return Object.assign(adapter, { executeScript, queryRaw, dispose })
  }

  async function openShadow() {
    const name = `thuoc_do_shadow_${randomUUID().replaceAll('-', '')}`
    const shadow = new URL(url)
    shadow.pathname = `/${name}`
    await command(url, `create database ${name}`)
    return open(shadow.href, () => command(url, `drop database ${name} with (force)`))
  }

  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => open(url),
    connectToShadowDb: openShadow,
  }
  return { factory, close: async () => void (await Promise.all(opened.map((dispose) => dispose()))) }
}

type QueryRaw = (query: SqlQuery) => Promise<SqlResultSet>

/** The catalogue has columns of one letter ("char"), a type that the adapter does not know and the engine asks for. */
function readLetters(pool: pg.Pool, queryRaw: QueryRaw): QueryRaw {
  const letter = 18
  let found: number[] = []
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  const asText = async (...args: unknown[]) => {
    const result = await query(...args)
    found = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === letter ? [index] : []))
    for (const index of found) result.fields[index]!.dataTypeID = pg.types.builtins.TEXT
    return result
  }
  pool.query = asText as unknown as typeof pool.query
  return async (sql) => {
    const result = await queryRaw(sql)
    for (const index of found) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}

async function command(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
