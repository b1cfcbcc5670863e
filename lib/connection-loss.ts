// Whether the database could not be asked: it is away, or every connection was busy for too long. Nothing is wrong with what
// was asked then, and asking again later helps. pg-pool says some of this in words only.
import { sqlState } from '#lib/sql-state'

const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'P1001', 'P1017', 'P2024', 'P2037'])
const words = /^(timeout exceeded when trying to connect|Connection terminated)/
const tooManyConnections = '53300'

/** True when an error of `pg` or of Prisma says that there was no connection, not that something was refused. */
export function isConnectionLoss(error: unknown): boolean {
  const state = sqlState(error)
  if (state) return state.startsWith('08') || state.startsWith('57P') || state === tooManyConnections
  if (!(error instanceof Error)) return false
  return words.test(error.message) || codes.has(String((error as { code?: unknown }).code))
}
