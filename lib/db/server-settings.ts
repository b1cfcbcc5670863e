// Settings of the database server as they hold for our own connections, and how many replication slots it keeps.
import type { ServerSettings } from '#lib/database-leaks'
import { database } from '#lib/db/client'

/** Those of the given names that the server has. */
export async function readServerSettings(names: string[]): Promise<ServerSettings> {
  const { rows } = await database().pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any($1)
     union all select 'pg_replication_slots', count(*)::text from pg_replication_slots`,
    [names],
  )
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}
