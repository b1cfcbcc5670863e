// The forms that the pure tests of answering run on: the real ones of surveys/forms, one that uses much at once, and our
// samples of every kind of question.
import { readdirSync, readFileSync } from 'node:fs'
import { kitchenSinkForm } from './kitchen-sink-form'

const read = (folder: URL) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }))

/** Our samples, as plain SurveyJS JSON: between them they use every type and feature. */
export const sampleForms: { name: string; form: unknown }[] = read(new URL('forms/', import.meta.url)).map(
  ({ name, content }) => ({ name, form: content }),
)

/** The published forms, and one that uses much at once. */
export const exampleForms: { name: string; form: unknown }[] = [
  { name: 'kitchen sink', form: kitchenSinkForm },
  ...read(new URL('../../surveys/forms/', import.meta.url)).map(({ name, content }) => ({
    name,
    form: content.form,
  })),
]
