// What an officer sees of a spreadsheet of activities before anything is stored.
import type { ActivityMapping } from '#lib/campaigns/activity-columns'
import type { ActivityRowFault, ReadActivity } from '#lib/campaigns/read-activities'

export type ActivityPreview = {
  /** The head line, "A", "B" … where it is empty. */
  columns: string[]
  mapping: ActivityMapping
  /** The first good rows. */
  rows: ReadActivity[]
  good: number
  faultyRows: number
  faults: ActivityRowFault[]
  /** Worth a look; they do not stop anything. */
  warnings: ActivityRowFault[]
  /** How many were stored; null for a trial. */
  stored: number | null
}
