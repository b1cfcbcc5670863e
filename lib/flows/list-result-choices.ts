// What results can be shown for: the published indexes and the waves. Nothing in it is a result.
import { allow, type MaybeActor } from '#lib/access'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import { listMeasuredWaves, type WaveLine } from '#lib/db/measured-waves'
import type { IndexFile } from '#lib/definitions/index-file'
import { indexForms } from '#lib/scoring/index-forms'
import type { LocalText } from '#lib/surveys/variable'

export type IndexChoice = {
  /** "sipas.v1" */
  name: string
  version: number
  title: LocalText
  /** Forms it reads; waves of these can be scored by it. */
  forms: string[]
}

export type ResultChoices = { indexes: IndexChoice[]; waves: WaveLine[] }

/** Indexes by name, newest version first; waves by period, latest first. */
export async function listResultChoices(actor: MaybeActor): Promise<ResultChoices> {
  allow(actor, 'results.read', actor?.unitId)
  const definitions = await listDefinitionsOfKind('index')
  const indexes = definitions.map(({ slug, version, body }) => {
    const { title, criteria } = body as IndexFile
    return { name: `${slug}.v${version}`, version, title, forms: indexForms(criteria) }
  })
  return { indexes, waves: await listMeasuredWaves() }
}
