// A published form as citizens get it, for staff who want to see it before anybody is asked: with its translations,
// recordings and pictures, and on the page that would serve it. Belongs to no wave; nothing of it is stored.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { loadDefinition } from '#lib/flows/load-definition'
import { type RecalledForm, recallForm } from '#lib/flows/recall-wave'
import { findLanguage, type LanguageCode, ownLanguages } from '#lib/surveys/languages'
import { type Serving, servingOf } from '#lib/surveys/serving'
import { requireShape } from '#lib/user-input'
import { renderers } from '#lib/wave-choices'

export const previewShape = z.object({
  slug: z.string().max(80),
  version: z.coerce.number().int(),
  /** As a wave of delegates may choose. */
  renderer: z.enum(renderers).default('light'),
})

export type FormPreview = RecalledForm & {
  /** "slug.vN" */
  formName: string
  languages: LanguageCode[]
  serving: Serving
}

/** Throws notFound. */
export async function previewForm(
  actor: MaybeActor,
  input: z.input<typeof previewShape>,
): Promise<FormPreview> {
  const { slug, version, renderer } = requireShape(previewShape, input)
  const { id } = await loadDefinition(actor, { kind: 'form', slug, version })
  const form = await recallForm(id)
  const others = form.translated.flatMap((code) => findLanguage(code)?.code ?? [])
  return {
    ...form,
    formName: `${slug}.v${version}`,
    languages: [...new Set<LanguageCode>([...ownLanguages, ...others])],
    serving: servingOf(form.compiled, renderer),
  }
}
