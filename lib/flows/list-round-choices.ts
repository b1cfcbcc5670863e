// What a new round can be made of: indexes that ask units for figures, and units with their dates and parents.
import { allow, type MaybeActor } from '#lib/access'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import { listUnits, type UnitLine } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { askedCriteria } from '#lib/rounds/asked-criteria'
import type { LocalText } from '#lib/surveys/variable'

export type RoundChoices = {
  indexes: { name: string; title: LocalText; version: number; asked: number }[]
  units: UnitLine[]
}

/** Newest version of each index first. */
export async function listRoundChoices(actor: MaybeActor): Promise<RoundChoices> {
  allow(actor, 'rounds.write')
  const [definitions, units] = await Promise.all([listDefinitionsOfKind('index'), listUnits()])
  const indexes = definitions.flatMap(({ slug, version, body }) => {
    const index = body as IndexFile
    const asked = askedCriteria(index).length
    return asked > 0 ? [{ name: `${slug}.v${version}`, title: index.title, version, asked }] : []
  })
  return { indexes, units }
}
