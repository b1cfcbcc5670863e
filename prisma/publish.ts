// Writes every file of surveys/ as a row of Definition, and the units file as rows of Unit and UnitLineage. Runs at each
// start: what is published already is left alone, and a published version that reads differently now is refused, because
// answers and figures stand on it.
import { fileURLToPath } from 'node:url'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { Definition, DefinitionBody, DefinitionFault } from '#lib/definitions/definition'
import { ofKind } from '#lib/definitions/definition'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { problems } from '#lib/problem'

const publishLock = 7_201_613
export const surveysFolder = fileURLToPath(new URL('../surveys', import.meta.url))

/**
 * Publishes `folder` into the connected database; returns the files published just now. Throws definitionChanged for a
 * changed version, and one error with all faults when a file is wrong; nothing is written then.
 */
export async function publish(folder: string = surveysFolder): Promise<string[]> {
  const { definitions, faults } = await loadDefinitions(folder)
  if (faults.length > 0)
    throw new Error(`surveys/ cần sửa / needs mending:\n${faults.map(faultLine).join('\n')}`)
  return database().prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`select pg_advisory_xact_lock(${publishLock}::bigint)`
      const added = await addDefinitions(transaction, definitions)
      for (const { body } of newest(ofKind(added, 'units'))) await fillUnits(transaction, body)
      return added.map((one) => one.file)
    },
    { timeout: 60_000 },
  )
}

/** Stores what is new and returns it. */
async function addDefinitions(transaction: Prisma.TransactionClient, definitions: Definition[]) {
  const published = await transaction.definition.findMany({
    select: { kind: true, slug: true, version: true, hash: true },
  })
  const hashes = new Map(published.map((row) => [key(row), row.hash]))
  const changed = definitions.find((one) => hashes.has(key(one)) && hashes.get(key(one)) !== one.hash)
  if (changed) throw problems.definitionChanged({ file: changed.file })
  const missing = definitions.filter((one) => !hashes.has(key(one)))
  await transaction.definition.createMany({
    data: missing.map(({ kind, slug, version, hash, body }) => ({
      kind,
      slug,
      version,
      hash,
      body: body as unknown as Prisma.InputJsonObject,
    })),
  })
  return missing
}

/** Units are never removed: answers point to them. A newer version of the file may correct names, dates and lineage. */
async function fillUnits(transaction: Prisma.TransactionClient, { units, lineage }: DefinitionBody<'units'>) {
  for (const { id, parent, validFrom, validTo, hasUnlistedOrigins = false, tile: _tile, ...rest } of units) {
    const dates = { validFrom: new Date(validFrom), validTo: validTo ? new Date(validTo) : null }
    const unit = { ...rest, ...dates, hasUnlistedOrigins, parentId: parent ?? null }
    await transaction.unit.upsert({ where: { id }, create: { id, ...unit }, update: unit })
  }
  const links = lineage.map(({ from, to, whole }) => ({ fromId: from, toId: to, isWhole: whole }))
  const ids = units.map((unit) => unit.id)
  await transaction.unitLineage.deleteMany({ where: { fromId: { in: ids }, toId: { in: ids } } })
  await transaction.unitLineage.createMany({ data: links })
}

function newest<D extends { slug: string; version: number }>(definitions: D[]): D[] {
  return definitions.filter((one) => !definitions.some((o) => o.slug === one.slug && o.version > one.version))
}

const key = (one: { kind: string; slug: string; version: number }) =>
  `${one.kind} ${one.slug} v${one.version}`
const faultLine = ({ file, where, vi, en }: DefinitionFault) => `- surveys/${file} ${where}: ${vi} / ${en}`
