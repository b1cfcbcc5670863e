// Every form that the pure tests of answering run on: the real ones of surveys/forms, and one that uses everything.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { kitchenSinkForm } from './kitchen-sink-form'

const folder = new URL('../../surveys/forms/', import.meta.url)
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []

export const exampleForms: { name: string; form: unknown }[] = [
  { name: 'kitchen sink', form: kitchenSinkForm },
  ...files.map((file) => ({
    name: file,
    form: JSON.parse(readFileSync(new URL(file, folder), 'utf8')).form,
  })),
]
