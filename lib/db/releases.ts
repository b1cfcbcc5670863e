// Figures that an officer has released to the public. They are never rewritten (a trigger refuses it), only withdrawn.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { Head } from '#lib/ledger/head'
import type { Cell } from '#lib/scoring/cell'
import type { ReleasedFigure } from '#lib/series/series-view'
import type { LocalText } from '#lib/surveys/variable'

export type NewRelease = {
  id: string
  indexId: number
  waveId: string
  baselineId: string | null
  title: string
  cells: Cell[]
  /** Every unit that the cells speak of, by the names of the day. */
  units: { id: string; name: string; nameEn: string }[]
  /** The newest head of the log of each wave behind the cells. */
  heads: Head[]
  method: string
  releasedBy: string
}

export async function insertRelease(release: NewRelease): Promise<void> {
  await database().prisma.release.create({
    data: { ...release, cells: release.cells as unknown as Prisma.InputJsonValue },
  })
}

export type ReleaseLine = {
  id: string
  title: string
  releasedAt: Date
  withdrawnAt: Date | null
  index: string
  indexTitle: LocalText
  waveId: string
  baselineId: string | null
  isSample: boolean
}

/** All releases without their cells, newest first. */
export async function listReleaseLines(): Promise<ReleaseLine[]> {
  return database().prisma.$queryRaw<ReleaseLine[]>`
    select r.id, r.title, r."releasedAt", r."withdrawnAt", d.slug || '.v' || d.version as index,
      d.body -> 'title' as "indexTitle", r."waveId", r."baselineId", w."isSample"
    from "Release" r join "Definition" d on d.id = r."indexId" join "Wave" w on w.id = r."waveId"
    order by r."releasedAt" desc, r.id`
}

/** One release with its frozen cells and the published index it was made by, or null. */
export async function findReleaseRow(id: string) {
  const row = await database().prisma.release.findUnique({
    where: { id },
    include: { index: true, wave: true, baseline: true },
  })
  // Releases of the first days do not say which answers they hold.
  return (
    row && {
      ...row,
      cells: (row.cells as unknown as Cell[]).map((cell) => ({ ...cell, entry: cell.entry ?? null })),
      units: row.units as unknown as NewRelease['units'],
      heads: row.heads as unknown as Head[],
    }
  )
}

/** Marks a release as withdrawn now; false when there is none that still stands. */
export async function markWithdrawn(id: string): Promise<boolean> {
  const { count } = await database().prisma.release.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  })
  return count > 0
}

/** The newest standing release of an index that has a number of its own for the unit, or null. */
export async function findLastReleasedFigure(index: string, unitId: string): Promise<ReleasedFigure | null> {
  const [row] = await database().prisma.$queryRaw<ReleasedFigure[]>`
    select r.id as "releaseId", r.title, w."periodEnd", w."isSample", cell
    from "Release" r join "Definition" d on d.id = r."indexId" join "Wave" w on w.id = r."waveId",
      jsonb_array_elements(r.cells) cell
    where d.slug = ${index} and r."withdrawnAt" is null
      and cell ->> 'unit' = ${unitId} and cell ->> 'criterion' = d.slug and cell ->> 'scale' <> 'difference'
      and cell ->> 'value' is not null
    order by w."periodEnd" desc, r."releasedAt" desc limit 1`
  return row ?? null
}
