// What an officer sees of a spreadsheet before anything is stored.
import type { Mapping } from '#lib/contacts/contact-columns'
import type { ReadContact, RowFault } from '#lib/contacts/read-contacts'

export type ContactPreview = {
  /** The head line, "A", "B" … where it is empty. */
  columns: string[]
  mapping: Mapping
  /** The first good rows. */
  rows: ReadContact[]
  good: number
  faultyRows: number
  faults: RowFault[]
  /** Worth a look; they do not stop anything. */
  warnings: RowFault[]
  /** How many were stored; null for a trial. */
  stored: number | null
}
