// The one connection pool of a process, shared by Prisma and by raw SQL. It hangs on globalThis: Next bundles its own copy
// of this file, and both copies must meet the same pool. Whoever starts the process connects; nobody else knows the URL.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#lib/db/generated/client'

export type Database = { prisma: PrismaClient; pool: pg.Pool }

const key = Symbol.for('thuoc-do.database')
const place = globalThis as { [key]?: Database }

// A date without a time must not become midnight of whatever time zone the machine is in: raw queries get 'YYYY-MM-DD'.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Sets the database of this process. Connections are opened when first needed, at most `poolSize`. */
export function connectDatabase(url: string, poolSize: number): Database {
  if (place[key]) throw new Error('the database is connected already')
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {}) // an idle connection broke: the pool has dropped it and opens another when asked
  // one that somebody holds broke between two of their queries: the next query fails, which is soon enough
  pool.on('connect', (client) => client.on('error', () => {}))
  place[key] = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
  return place[key]
}

/** The database of this process. Throws when nobody has connected it. */
export function database(): Database {
  const connected = place[key]
  if (!connected) throw new Error('no database: connectDatabase() belongs to the start of the process')
  return connected
}

/** Closes all connections. */
export async function disconnectDatabase() {
  const connected = place[key]
  delete place[key]
  await connected?.prisma.$disconnect()
  await connected?.pool.end()
}
