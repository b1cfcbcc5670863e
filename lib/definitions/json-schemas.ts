// JSON Schemas of the files in surveys/, made from the zod shapes so that an editor completes and checks what the loader
// will accept. surveys/schemas holds them; a test keeps them up to date (vitest -u writes them anew).
import { z } from 'zod'
import { type DefinitionKind, definitionKinds } from '#lib/definitions/definition'
import { languageFile } from '#lib/definitions/language-file'

/** The text of surveys/schemas/<kind>.schema.json. */
export function jsonSchemaText(kind: DefinitionKind | 'language'): string {
  const shape = kind === 'language' ? languageFile : definitionKinds[kind].shape
  return `${JSON.stringify(z.toJSONSchema(shape, { io: 'input' }), null, 2)}\n`
}
