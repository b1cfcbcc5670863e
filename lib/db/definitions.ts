// Published definitions. Files are written by publish; the only ones made in the application are index sets of officers.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
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

/** The newest version of a slug; 0 when there is none. */
export async function findNewestVersion(kind: string, slug: string): Promise<number> {
  const { _max } = await database().prisma.definition.aggregate({
    where: { kind, slug },
    _max: { version: true },
  })
  return _max.version ?? 0
}

/** Publishes a definition that is no file, together with its line in the audit log. Throws for a version that exists. */
export async function insertDefinition(
  definition: Pick<DefinitionRow, 'kind' | 'slug' | 'version' | 'hash'> & { body: object },
  audit: AuditEntry & { actor: Actor },
): Promise<void> {
  const { prisma } = database()
  const { actor, ...entry } = audit
  await prisma.$transaction([
    prisma.definition.create({ data: { ...definition, body: definition.body as Prisma.InputJsonObject } }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}
