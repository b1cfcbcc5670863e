// Asks the database for nothing, to learn whether it answers.
import { database } from '#lib/db/client'

export async function ping(): Promise<void> {
  await database().pool.query('select 1')
}
