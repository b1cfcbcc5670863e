// Published definitions: read here, written only by publish.
import { database } from '#lib/db/client'
import type { LocalText } from '#lib/surveys/variable'

export type DefinitionLine = {
  id: number
  kind: string
  slug: string
  version: number
  hash: string
  title: LocalText
  publishedAt: Date
}

/** Every published version without its body: by kind and slug, newest version first. */
export function listDefinitions(): Promise<DefinitionLine[]> {
  return database().prisma.$queryRaw<DefinitionLine[]>`
    select id, kind, slug, version, hash, body -> 'title' as title, "publishedAt"
    from "Definition" order by kind, slug, version desc`
}

export type DefinitionRow = {
  id: number
  kind: string
  slug: string
  version: number
  hash: string
  body: unknown
  publishedAt: Date
}

/** One published version with its body, or null. */
export function findDefinition(kind: string, slug: string, version: number): Promise<DefinitionRow | null> {
  return database().prisma.definition.findUnique({ where: { kind_slug_version: { kind, slug, version } } })
}

/** Every published version of a kind with its body, newest version of each slug first. */
export function listDefinitionsOfKind(kind: string): Promise<DefinitionRow[]> {
  return database().prisma.definition.findMany({
    where: { kind },
    orderBy: [{ slug: 'asc' }, { version: 'desc' }],
  })
}
