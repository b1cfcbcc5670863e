// The layout of a published form, read once per process: reading a SurveyJS form takes longer than everything else a page
// computes. A published version never changes, so its name and hash are all the key it needs.
import { createHash } from 'node:crypto'
import { type TallyLayout, tallyLayout } from '#lib/scoring/tally-layout'
import { codebook } from '#lib/surveys/codebook'

export type FormLayout = TallyLayout & {
  /** Hash of the layout, kept beside the tallies. */
  hash: string
}

const known = new Map<string, FormLayout>()

/** `form`: a published version; `body.form` is its SurveyJS JSON. */
export function formLayout(form: {
  slug: string
  version: number
  hash: string
  body: { form: unknown }
}): FormLayout {
  const key = `${form.slug}.v${form.version} ${form.hash}`
  const found = known.get(key)
  if (found) return found
  const layout = tallyLayout(codebook(form.body.form))
  const hashed = { ...layout, hash: createHash('sha256').update(layout.text).digest('hex') }
  known.set(key, hashed)
  return hashed
}
