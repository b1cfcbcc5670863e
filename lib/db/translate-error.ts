// What the database refuses, in words of the product: a unique key that is taken, a row that others still need. Prisma and
// raw SQL report the same refusal in different shapes; this is the one place that knows them.
import { problems } from '#lib/problem'

const uniqueViolation = '23505'
const foreignKeyViolation = '23503'
const prismaCodes: Record<string, string> = { P2002: uniqueViolation, P2003: foreignKeyViolation }

/** The SQLSTATE behind an error of `pg` or of Prisma; null when the database did not speak. */
export function sqlState(error: unknown): string | null {
  if (!isRecord(error)) return null
  const adapter =
    isRecord(error.meta) && isRecord(error.meta.driverAdapterError)
      ? error.meta.driverAdapterError.cause
      : error.cause
  const original = isRecord(adapter) ? adapter.originalCode : undefined
  const code = original ?? (isString(error.code) ? (prismaCodes[error.code] ?? error.code) : undefined)
  return isString(code) && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P2') ? code : null
}

/**
 * For `.catch(translateError({ what, id }))` behind a write: throws alreadyExists for a taken key, inUse for a row that
 * is still referred to, databaseDown for a lost connection, and any other error as it is.
 */
export function translateError(subject: { what: string; id: string }): (error: unknown) => never {
  return (error) => {
    const state = sqlState(error)
    if (state === uniqueViolation) throw problems.alreadyExists(subject)
    if (state === foreignKeyViolation) throw problems.inUse(subject)
    if (isConnectionLoss(error, state)) throw problems.databaseDown({})
    throw error
  }
}

function isConnectionLoss(error: unknown, state: string | null): boolean {
  if (state) return state.startsWith('08') || state.startsWith('57P')
  return isRecord(error) && ['ECONNREFUSED', 'ECONNRESET', 'P1001', 'P1017'].includes(String(error.code))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isString = (value: unknown): value is string => typeof value === 'string'
