// What has been published: forms, indexes, units, areas and channels in all their versions.
import { allow, type MaybeActor } from '#lib/access'
import { type DefinitionLine, listDefinitions as listDefinitionRows } from '#lib/db/definitions'

/** Every published version, without its body. */
export async function listDefinitions(actor: MaybeActor): Promise<DefinitionLine[]> {
  // Definitions belong to no unit, so a commune officer may read all of them.
  allow(actor, 'definitions.read', actor?.unitId)
  return listDefinitionRows()
}
