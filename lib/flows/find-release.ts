// One release as everybody may read it. A withdrawn one has no cells any more, only the word that it was withdrawn.
import type { MaybeActor } from '#lib/access'
import { findReleaseRow } from '#lib/db/releases'
import { listUnits } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { allUnits, type UnitName } from '#lib/flows/load-index-data'
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
  /** Units that the cells speak of, in their order. */
  units: UnitName[]
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
  const units = new Map((await listUnits()).map((unit) => [unit.id, unit]))
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
    units: [...new Set(cells.map((cell) => cell.unit))].map((unit) => nameOfUnit(unit, units)),
    cells,
  }
}

function nameOf({ id, title, titleEn, periodStart, periodEnd, design, isSample }: WaveName): WaveName {
  return { id, title, titleEn, periodStart, periodEnd, design, isSample }
}

function nameOfUnit(id: string, units: Map<string, UnitName>): UnitName {
  const unit = units.get(id)
  if (unit) return { id, name: unit.name, nameEn: unit.nameEn }
  return id === allUnits ? { id, name: 'Tất cả đơn vị', nameEn: 'All units' } : { id, name: id, nameEn: id }
}
