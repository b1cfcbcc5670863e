// The name of a downloaded file: what it is, the day in Viet Nam, and how many rows it must have, so that a file cut
// short can be told from a whole one years later: "w1-responses-codes_2026-11-23_3418-rows.csv".
import type { ExportFormat } from '#lib/exports/export-format'
import type { Table } from '#lib/exports/table'

export function fileName(
  table: Pick<Table, 'name' | 'expected'>,
  format: Pick<ExportFormat, 'extension'>,
  now: Date,
): string {
  const name = table.name.replace(/[^A-Za-z0-9-]+/g, '-')
  return `${name}_${dayOf(now)}_${table.expected}-rows.${format.extension}`
}

/** The day in Viet Nam, "2026-11-23". */
export const dayOf = (now: Date): string => now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
