// The forms that an officer can choose for a wave, and which page serves each of them.
import { allow, type MaybeActor } from '#lib/access'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import type { FormFile } from '#lib/definitions/form-file'
import { compileForm } from '#lib/surveys/compile-form'
import { type Serving, servingOf } from '#lib/surveys/serving'
import type { LocalText } from '#lib/surveys/variable'

export type FormToPlan = {
  /** "slug.vN" */
  name: string
  version: number
  title: LocalText
  audience: FormFile['audience']
  serving: Serving
}

/** Every published version, by slug, newest first; not the forms of contests. */
export async function listFormsToPlan(actor: MaybeActor): Promise<FormToPlan[]> {
  allow(actor, 'waves.write')
  const forms = await listDefinitionsOfKind('form')
  return forms
    .filter(({ body }) => !(body as FormFile).quiz)
    .map(({ slug, version, body }) => ({
      name: `${slug}.v${version}`,
      version,
      title: (body as FormFile).title,
      audience: (body as FormFile).audience,
      serving: servingOf(compileForm((body as FormFile).form)),
    }))
}
