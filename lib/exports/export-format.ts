// What a download format must offer; one format is one file and its line in registry.ts.

import type { Table } from '#lib/exports/table'
import type { LocalText } from '#lib/surveys/variable'

export type ExportFormat = {
  /** Name in the URL. */
  name: string
  title: LocalText
  /** Without the dot. */
  extension: string
  mediaType: string
  /** Most cells (rows times columns) that a file of this format holds; absent: any number. */
  largest?: number
  /** Pieces of the file. Throws RangeError at the end when other than the expected rows came. */
  write(table: Table): AsyncIterable<string | Uint8Array>
}
