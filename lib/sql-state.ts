// Prisma and raw SQL report the same refusal of PostgreSQL in different shapes; this is the one place that knows them.

const prismaCodes: Record<string, string> = { P2002: '23505', P2003: '23503' }

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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isString = (value: unknown): value is string => typeof value === 'string'
