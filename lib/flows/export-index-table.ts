// A published index as a table of criteria, points and rules: to read, or to change and hand in as a set of one's own.
import { allow, type MaybeActor } from '#lib/access'
import type { IndexFile } from '#lib/definitions/index-file'
import { indexTable } from '#lib/exports/index-table'
import type { Table } from '#lib/exports/table'
import { findIndex } from '#lib/flows/load-other-indexes'

/** `index`: "sipas.v1". Throws notFound. */
export async function exportIndexTable(actor: MaybeActor, { index }: { index: string }): Promise<Table> {
  allow(actor, 'definitions.read', actor?.unitId)
  const { body } = await findIndex(String(index))
  return indexTable(body as IndexFile)
}
