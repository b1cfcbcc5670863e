// The code with which lib/stats refuses, or null when it gives a result.
import { StatisticsError, type StatisticsErrorCode } from '#lib/stats/statistics-error'

export function codeOf(action: () => unknown): StatisticsErrorCode | null {
  try {
    action()
    return null
  } catch (error) {
    if (error instanceof StatisticsError) return error.code
    throw error
  }
}
