// One release as everybody may read it. A withdrawn one has no cells any more, only the word that it was withdrawn.
import type { MaybeActor } from '#lib/access'
import { findReleaseRow } from '#lib/db/releases'
import type { IndexFile } from '#lib/definitions/index-file'
import type { UnitName } from '#lib/flows/load-index-data'
import type { Head } from '#lib/ledger/head'
import type { Cell } from '#lib/scoring/cell'

export type PublishedRelease = {
  id: string
  title: string
  releasedAt: Date
  releasedBy: string
  withdrawnAt: Date | null
  method: string
  index: IndexFile
  wave: WaveName
  baseline: WaveName | null
  /** Units that the cells speak of, in their order, then those they were made of or went to; by the names of the day. */
  units: UnitName[]
  /** What the public logs of its waves came to on that day; empty for releases of before. */
  heads: Head[]
  cells: Cell[]
}

export type WaveName = {
  id: string
  title: string
  titleEn: string
  periodStart: Date
  periodEnd: Date
  design: string
  isSample: boolean
}

/** The release, or null. */
export async function findRelease(
  _anybody: MaybeActor,
  input: { id: string },
): Promise<PublishedRelease | null> {
  const row = await findReleaseRow(input.id)
  if (!row) return null
  const { id, title, releasedAt, releasedBy, withdrawnAt, method } = row
  const cells = withdrawnAt ? [] : row.cells
  return {
    id,
    title,
    releasedAt,
    releasedBy,
    withdrawnAt,
    method,
    index: row.index.body as unknown as IndexFile,
    wave: nameOf(row.wave),
    baseline: row.baseline && nameOf(row.baseline),
    units: withdrawnAt ? [] : row.units,
    heads: row.heads,
    cells,
  }
}

function nameOf({ id, title, titleEn, periodStart, periodEnd, design, isSample }: WaveName): WaveName {
  return { id, title, titleEn, periodStart, periodEnd, design, isSample }
}
