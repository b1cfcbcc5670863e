// Reads every file of surveys/. Nothing stops at the first fault: a researcher sees all of them at once.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkDefinitions } from '#lib/definitions/check-definitions'
import {
  type Definition,
  type DefinitionFault,
  type DefinitionKind,
  definitionKinds,
} from '#lib/definitions/definition'
import { hashDefinition } from '#lib/definitions/hash-definition'

export type LoadedDefinitions = { definitions: Definition[]; faults: DefinitionFault[] }

/**
 * Reads and checks a folder laid out like surveys/. Definitions come in publishing order (units first, indexes last),
 * by slug, then version; those of a wrong shape are left out and named in `faults`. Publish only when there are none.
 */
export async function loadDefinitions(folder: string): Promise<LoadedDefinitions> {
  const kinds = Object.keys(definitionKinds) as DefinitionKind[]
  const read = (await Promise.all(kinds.map((kind) => readKind(folder, kind)))).flat()
  const definitions = read.flatMap((one) => (one.definition ? [one.definition] : []))
  return { definitions, faults: [...read.flatMap((one) => one.faults), ...checkDefinitions(definitions)] }
}

type Read = { definition?: Definition; faults: DefinitionFault[] }

async function readKind(folder: string, kind: DefinitionKind): Promise<Read[]> {
  const inside = definitionKinds[kind].folder
  const entries = await readdir(join(folder, inside)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const names = entries.filter((name) => name.endsWith('.json'))
  const read = await Promise.all(
    names.map(async (name) =>
      readDefinition(kind, `${inside}/${name}`, await readFile(join(folder, inside, name), 'utf8')),
    ),
  )
  return read.sort((a, b) => order(a).localeCompare(order(b)))
}

const order = ({ definition }: Read) =>
  definition ? `${definition.slug} ${String(definition.version).padStart(6, '0')}` : ''

/** One file's text as a definition, or what is wrong with its shape. */
export function readDefinition(kind: DefinitionKind, file: string, text: string): Read {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (error) {
    const reason = (error as Error).message
    return {
      faults: [
        {
          file,
          where: '',
          code: 'broken_json',
          vi: `Tệp không phải JSON hợp lệ: ${reason}`,
          en: `The file is not valid JSON: ${reason}`,
        },
      ],
    }
  }
  const parsed = definitionKinds[kind].shape.safeParse(body)
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => {
        const where = issue.path.join('.')
        return {
          file,
          where,
          code: 'wrong_shape',
          vi: `Mục “${where}” sai hoặc thiếu: ${issue.message}`,
          en: `“${where}” is wrong or missing: ${issue.message}`,
        }
      }),
    }
  }
  const { slug, version } = parsed.data
  return {
    definition: { kind, slug, version, hash: hashDefinition(body), file, body: parsed.data } as Definition,
    faults: [],
  }
}
