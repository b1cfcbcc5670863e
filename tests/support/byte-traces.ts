// What somebody can try who has copied the files: look for every mark of an invitation or a ballot in every byte, also where no
// query leads any more (rows that were replaced, segments of the write-ahead log, statistics, logs), and take the places where
// marks are found, and how often, for an order.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { database } from '#lib/db/client'
import type { SeenRow } from './linking-attack'

/** Name -> bytes. */
export type Bytes = Map<string, Buffer>

/** All files of the database server of a DATA_DIR; those of tables by their names, the write-ahead log as one. */
export async function readDatabaseFiles(folder: string): Promise<Bytes> {
  const root = join(folder, 'database', 'files')
  const { rows } = await database().pool.query<{ path: string; name: string }>(
    `select pg_relation_filepath(oid) as path, relname as name from pg_class where relkind in ('r', 'i', 't', 'm')`,
  )
  const names = new Map(rows.map(({ path, name }) => [path, name]))
  const files: Bytes = new Map()
  for (const file of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name).slice(root.length + 1)
    const isLog = path.startsWith('pg_wal/')
    const name = isLog ? 'pg_wal' : (names.get(path.replace(/(_fsm|_vm|_init)?(\.\d+)?$/, '')) ?? path)
    files.set(isLog ? path : `${name} ${path}`, readFileSync(join(root, path)))
  }
  const segments = [...files]
    .filter(([name]) => name.startsWith('pg_wal/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [name] of segments) files.delete(name)
  files.set('pg_wal', Buffer.concat(segments.map(([, bytes]) => bytes)))
  return files
}

/** What the server knows about itself besides its tables: statistics of columns, what runs, what was counted. */
export async function readStatistics(): Promise<Bytes> {
  const views = [
    'pg_stats',
    'pg_stats_ext',
    'pg_stat_activity',
    'pg_stat_user_tables',
    'pg_stat_user_indexes',
    'pg_locks',
  ]
  const read = async (view: string) => {
    const { rows } = await database().pool.query<{ row: string }>(
      `select to_jsonb(v)::text as row from ${view} v`,
    )
    return [view, Buffer.from(rows.map(({ row }) => row).join('\n'))] as const
  }
  return new Map(await Promise.all(views.map(read)))
}

/** A UUID as it is written, and as a table keeps it. */
export const uuidMarks = (uuid: string) => [Buffer.from(uuid), Buffer.from(uuid.replaceAll('-', ''), 'hex')]

/**
 * For each thing where its marks stand in each file: first and last place, and how often. What is found nowhere has no column.
 * Marks are at least four bytes long.
 */
export function findTraces(files: Bytes, things: Buffer[][]): SeenRow[] {
  const seen: SeenRow[] = things.map(() => new Map())
  const marks = new Map<number, { mark: Buffer; thing: number }[]>()
  const begins = new Uint8Array(1 << 16)
  for (const [thing, all] of things.entries())
    for (const mark of all) {
      const start = mark.readUInt32LE(0)
      marks.set(start, [...(marks.get(start) ?? []), { mark, thing }])
      begins[start & 0xffff] = 1
    }
  for (const [name, bytes] of files)
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (begins[bytes[at]! | (bytes[at + 1]! << 8)] === 0) continue
      for (const { mark, thing } of marks.get(bytes.readUInt32LE(at)) ?? [])
        if (bytes.subarray(at, at + mark.length).equals(mark)) note(seen[thing]!, name, at)
    }
  return seen
}

function note(row: SeenRow, name: string, at: number) {
  if (!row.has(`${name} first`)) row.set(`${name} first`, String(at))
  row.set(`${name} last`, String(at))
  row.set(`${name} times`, String(Number(row.get(`${name} times`) ?? 0) + 1))
}
