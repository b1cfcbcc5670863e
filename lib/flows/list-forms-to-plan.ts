// The forms that an officer can choose for a wave, and whether a form works without a network.
import { allow, type MaybeActor } from '#lib/access'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import type { FormFile } from '#lib/definitions/form-file'
import { networkReasons } from '#lib/surveys/network-reasons'
import type { LocalText } from '#lib/surveys/variable'

export type FormToPlan = {
  /** "slug.vN" */
  name: string
  version: number
  title: LocalText
  /** Parts that only the server can work out; empty: the form works offline and on a kiosk. */
  networkReasons: string[]
}

/** Every published version, by slug, newest first. */
export async function listFormsToPlan(actor: MaybeActor): Promise<FormToPlan[]> {
  allow(actor, 'waves.write')
  return (await listDefinitionsOfKind('form')).map(({ slug, version, body }) => ({
    name: `${slug}.v${version}`,
    version,
    title: (body as FormFile).title,
    networkReasons: networkReasons((body as FormFile).form),
  }))
}
