// An officer's own set of criteria, made from a published index and a table: a new version each time, never a change of one.
// Names begin with "set-", which no file of surveys/ may use, so that an update of the program can never meet them.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findNewestVersion, insertDefinition, listDefinitionsOfKind } from '#lib/db/definitions'
import { checkIndex, type Surroundings } from '#lib/definitions/check-index'
import { ownSetPrefix } from '#lib/definitions/file-head'
import { hashDefinition } from '#lib/definitions/hash-definition'
import { type IndexFile, indexFile } from '#lib/definitions/index-file'
import { findIndex } from '#lib/flows/load-other-indexes'
import { type IndexTable, parseIndexTable } from '#lib/imports/parse-index-table'
import { readRows } from '#lib/imports/read-rows'
import { makeSlug } from '#lib/make-slug'
import { type Fault, problems, type Sentence } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  /** The index it begins from, "par-index-commune.v1": scale, minimum data, grades, and every source that is kept. */
  base: z.string().max(80),
  title: z.string().trim().min(3).max(150),
  titleEn: z.string().trim().max(150),
  /** What prescribes the set; empty: no text, and pages say so. */
  document: z.string().trim().max(150),
  bytes: z.instanceof(Uint8Array),
  /** Checks without storing. */
  isTrial: z.boolean().optional(),
})

export type ImportedIndex = { name: string; criteria: number; isTrial: boolean }

/** Stores all or nothing. Throws notFound for the base, invalidInput with every fault and its row. */
export async function importIndex(actor: MaybeActor, input: z.input<typeof shape>): Promise<ImportedIndex> {
  const officer = allow(actor, 'indexes.write')
  const { base: baseName, title, titleEn, document, bytes, isTrial = false } = requireShape(shape, input)
  const base = (await findIndex(baseName)).body as IndexFile
  const read = await readRows(bytes)
  if ('fault' in read) throw problems.invalidInput({ faults: [atFile(read.fault)] })
  const table = parseIndexTable(read.rows, base.criteria)
  if (table.faults.length > 0)
    throw problems.invalidInput({ faults: table.faults.slice(0, 30).map((fault) => atRow(fault.row, fault)) })
  const slug = `${ownSetPrefix}${makeSlug(title, 40)}`.replace(/-$/, '')
  const version = (await findNewestVersion('index', slug)) + 1
  const { validFrom: _from, validTo: _to, ...kept } = base
  const body = {
    ...kept,
    slug,
    version,
    title: { vi: title, en: titleEn || title },
    basis: { document: document || null },
    criteria: table.criteria,
  }
  const parsed = indexFile.safeParse(body)
  const findings = parsed.success
    ? checkIndex(parsed.data, await surroundings())
    : parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), vi: message, en: message }))
  if (findings.length > 0)
    throw problems.invalidInput({
      faults: findings.slice(0, 30).map((one) => atRow(rowAt(one.where, table), one)),
    })
  const name = `${slug}.v${version}`
  const count = table.rowOf.size
  if (!isTrial)
    await insertDefinition(
      { kind: 'index', slug, version, hash: hashDefinition(body), body },
      { actor: officer, action: 'import-index', subject: name, details: { base: baseName, criteria: count } },
    )
  return { name, criteria: count, isTrial }
}

async function surroundings(): Promise<Surroundings> {
  const [forms, areas, indexes, series] = await Promise.all(
    ['form', 'areas', 'index', 'series'].map(listDefinitionsOfKind),
  )
  return { forms, areas, indexes, series } as unknown as Surroundings
}

/** The row of the criterion that "criteria.0.children.2.source" lies in. */
function rowAt(where: string, { criteria, rowOf }: IndexTable): number | undefined {
  let found: { code: string; children?: typeof criteria } | undefined
  let level: typeof criteria | undefined = criteria
  for (const [, place] of where.matchAll(/(?:criteria|children)\.(\d+)/g)) {
    found = level?.[Number(place)] ?? found
    level = found?.children
  }
  return found && rowOf.get(found.code)
}

const atFile = ({ vi, en }: Sentence): Fault => ({ question: 'file', code: 'unreadable_file', vi, en })
const atRow = (row: number | undefined, { vi, en }: Sentence): Fault => ({
  question: 'file',
  code: 'wrong_row',
  vi: row ? `Dòng ${row}: ${vi}` : vi,
  en: row ? `Row ${row}: ${en}` : en,
})
