// A release as a table, for everybody: the frozen cells, nothing else.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { findRelease } from '#lib/flows/find-release'
import { problems } from '#lib/problem'
import { nameCriteria } from '#lib/scoring/name-criteria'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(200) })

/** Throws notFound, also for one that was withdrawn. */
export async function exportRelease(anybody: MaybeActor, input: z.input<typeof shape>): Promise<Table> {
  const { id } = requireShape(shape, input)
  const release = await findRelease(anybody, { id })
  if (!release || release.withdrawnAt) throw problems.notFound({ what: 'bản công bố', id })
  return cellTable(release.id, release.cells, nameCriteria(release.index, release.units))
}
