// Whether the service can do its work right now. Open to everybody: a load balancer has no account.
import type { MaybeActor } from '#lib/access'
import { ping } from '#lib/db/ping'
import { translateError } from '#lib/db/translate-error'

/** Settles when the database answers; throws databaseDown when it cannot be reached. */
export function checkHealth(_anybody: MaybeActor): Promise<void> {
  return ping().catch(translateError({ what: 'cơ sở dữ liệu', id: 'health' }))
}
