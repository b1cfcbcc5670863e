// The one connection pool of a process and the Prisma client on top of it, made at the first use.
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#lib/db/generated/client'
import { env } from '#lib/env'

type Database = { prisma: PrismaClient; pool: pg.Pool }
let opened: Database | undefined

/** The database named by DATABASE_URL. */
export function database(): Database {
  if (opened) return opened
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL })
  opened = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
  return opened
}
