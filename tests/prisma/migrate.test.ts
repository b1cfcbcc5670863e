import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { migrate, schemaDrift } from '../../prisma/migrate'
import { databaseUrl } from '../support/own-database'

describe('migrations', () => {
  it('make exactly the tables that schema.prisma describes', async () => {
    expect(await schemaDrift(databaseUrl())).toBe('')
  })

  it('are applied once: a second run finds nothing to do', async () => {
    expect(await migrate(databaseUrl())).toEqual([])
  })

  it('wait for each other when several starts race', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(databaseUrl())))
    expect(runs).toEqual([[], [], []])
  })

  it('leave the history where `prisma migrate deploy` looks for it', async () => {
    const { rows } = await database().pool.query(
      'select migration_name, finished_at is not null as finished, length(checksum) as checksum from _prisma_migrations order by 1 limit 1',
    )
    expect(rows).toEqual([{ migration_name: '20261123000000_init', finished: true, checksum: 64 }])
  })
})
