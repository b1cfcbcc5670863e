// What can be entered by whom: the indexes that ask for figures, and the units whose sheets the actor may see.
import { type MaybeActor, visibleUnits } from '#lib/access'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import { listUnits, type UnitLine } from '#lib/db/units'
import { enteredCriteria } from '#lib/definitions/entered-criteria'
import type { IndexFile } from '#lib/definitions/index-file'
import type { LocalText } from '#lib/surveys/variable'

export type EntryIndex = { slug: string; version: number; title: LocalText }
export type EntrySheets = { indexes: EntryIndex[]; units: UnitLine[] }

/** Indexes with entered criteria, and communes, those of today first: a commune officer gets only the own one. */
export async function listEntrySheets(actor: MaybeActor): Promise<EntrySheets> {
  const visible = visibleUnits(actor, 'entries.read')
  const [definitions, units] = await Promise.all([listDefinitionsOfKind('index'), listUnits()])
  const indexes = definitions
    .filter(({ body }) => enteredCriteria((body as IndexFile).criteria).length > 0)
    .map(({ slug, version, body }) => ({ slug, version, title: (body as IndexFile).title }))
  const ofToday = (unit: UnitLine) => (unit.validTo ? 1 : 0)
  const communes = units.filter((unit) => unit.level === 'commune').sort((a, b) => ofToday(a) - ofToday(b))
  return { indexes, units: visible ? communes.filter((unit) => visible.includes(unit.id)) : communes }
}
