// Editors complete the files of surveys/ by these schemas: they must be those of the shapes the loader checks.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type DefinitionKind, definitionKinds } from '#lib/definitions/definition'
import { jsonSchemaText } from '#lib/definitions/json-schemas'
import { loadDefinitions } from '#lib/definitions/load-definitions'

const surveys = new URL('../../surveys/', import.meta.url).pathname

test.each([...(Object.keys(definitionKinds) as DefinitionKind[]), 'language' as const])(
  'the JSON Schema of %s files is up to date',
  async (kind) => {
    await expect(jsonSchemaText(kind)).toMatchFileSnapshot(`${surveys}schemas/${kind}.schema.json`)
  },
)

test('every file names the schema of its kind', async () => {
  const { definitions } = await loadDefinitions(surveys)
  for (const one of definitions) {
    const { $schema } = JSON.parse(await readFile(surveys + one.file, 'utf8'))
    expect($schema, one.file).toBe(`../schemas/${one.kind}.schema.json`)
  }
})
