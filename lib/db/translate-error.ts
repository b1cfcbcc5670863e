// What the database refuses, in words of the product: a unique key that is taken, a row that others still need.
import { isConnectionLoss } from '#lib/connection-loss'
import { problems } from '#lib/problem'
import { sqlState } from '#lib/sql-state'

const uniqueViolation = '23505'
const foreignKeyViolation = '23503'

/**
 * For `.catch(translateError({ what, id }))` behind a write: throws alreadyExists for a taken key, inUse for a row that
 * is still referred to, databaseDown for a lost connection, and any other error as it is.
 */
export function translateError(subject: { what: string; id: string }): (error: unknown) => never {
  return (error) => {
    const state = sqlState(error)
    if (state === uniqueViolation) throw problems.alreadyExists(subject)
    if (state === foreignKeyViolation) throw problems.inUse(subject)
    if (isConnectionLoss(error)) throw problems.databaseDown({})
    throw error
  }
}
