// Tells whoever starts the service, in the terminal and in the log, which settings of the database server would betray secret
// ballots. The start goes on: citizens' answers are not touched by it, and the page of the jobs goes on saying so.
import { checkDatabaseSettings } from '#lib/flows/check-database-settings'
import { log } from './log'

export async function warnOfLeaks(): Promise<void> {
  for (const { setting, value, why, mend } of await checkDatabaseSettings())
    log.warn(`PostgreSQL ${setting} = ${value}. ${why.vi} ${why.en} → ${mend}`)
}
