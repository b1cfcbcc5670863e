// The largest workbook that is made: beyond it spreadsheet programs on an office's computer stop answering.
import type { IndexFile } from '#lib/definitions/index-file'
import { problems } from '#lib/problem'
import { listLines } from '#lib/workbook/lines'

/** Lines times units; every one has a cell in some eight sheets. */
const limit = 40_000

/** Throws workbookTooLarge. */
export function requireFeasible(index: IndexFile, units: number): void {
  const cells = listLines(index, new Map()).length * units
  if (cells > limit) throw problems.workbookTooLarge({ cells, limit })
}
