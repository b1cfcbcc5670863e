// Whether the database server writes down beside our tables what would betray secret ballots. Asked at the start and by the page
// of the jobs: whoever runs the service must hear of it, and nobody else can do anything about it.
import { askedSettings, type DatabaseLeak, findDatabaseLeaks } from '#lib/database-leaks'
import { readServerSettings } from '#lib/db/server-settings'

export async function checkDatabaseSettings(): Promise<DatabaseLeak[]> {
  return findDatabaseLeaks(await readServerSettings(askedSettings))
}
