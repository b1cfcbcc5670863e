// What somebody can try who has the whole database in hand: read every row of every table with its hidden columns, order
// invitations and ballots by anything that has an order, and look whether the orders agree; look for values that stand on
// both sides. The truth is known to the test alone and only used to measure how well an attacker does.
import { database } from '#lib/db/client'

/** A row as an attacker reads it: each column, the hidden ones too, and how long the row is. */
export type SeenRow = Map<string, string>

const hidden = `ctid::text as "~ctid", xmin::text as "~xmin", xmax::text as "~xmax", cmin::text as "~cmin"`

/** Every row of every table of every schema that is ours, "schema.table" -> rows. */
export async function readEverything(): Promise<Map<string, SeenRow[]>> {
  const { pool } = database()
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  const seen = new Map<string, SeenRow[]>()
  for (const { name } of tables) {
    const { rows } = await pool.query<Record<string, string>>(
      `select ${hidden}, length(t::text)::text as "~length", to_jsonb(t)::text as "~row" from ${name} t`,
    )
    seen.set(name, rows.map(columnsOf))
  }
  return seen
}

function columnsOf({ '~row': row, ...rest }: Record<string, string>): SeenRow {
  const columns = Object.entries(JSON.parse(row!) as Record<string, unknown>)
  return new Map([...Object.entries(rest), ...columns.map(([name, value]) => [name, textOf(value)] as const)])
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Last numbers of all sequences: they count what is written, in order. */
export async function readSequences(): Promise<string> {
  const { rows } = await database().pool.query(
    `select schemaname, sequencename, last_value::text from pg_sequences order by 1, 2`,
  )
  return JSON.stringify(rows)
}

/** Pairs that belong together, in groups within which an attacker looks for them. */
export type Pairs = { left: SeenRow; right: SeenRow }[][]

export type Finding = { left: string; right: string; by: 'order' | 'neighbours'; z: number }

/**
 * How well each order of the left rows agrees with each order of the right rows, in standard deviations under chance. Largest
 * first. Order: the sum over groups of Spearman's rank correlation, whose variance is 1/(n-1) for every group, ties included.
 * Neighbours: how far those who stand side by side on the left stand apart on the right, also where one order begins in the
 * middle of the other, as rows do that go where there was room on the disk. Both with exact moments of the permutation
 * distribution.
 */
export function compareOrders(groups: Pairs): Finding[] {
  const ranks = (side: 'left' | 'right') => {
    const names = [...new Set(groups.flat().flatMap((pair) => [...pair[side].keys()]))]
    return names.map((name) => ({
      name,
      groups: groups.map((pairs) => rank(pairs.map((pair) => pair[side].get(name)))),
    }))
  }
  const [left, right] = [ranks('left'), ranks('right')]
  const findings = left.flatMap((a) =>
    right.flatMap((b): Finding[] => {
      const names = { left: a.name, right: b.name }
      return [
        { ...names, by: 'order', z: agreement(a.groups, b.groups) },
        { ...names, by: 'neighbours', z: nearness(a.groups, b.groups) },
      ]
    }),
  )
  return findings.sort((a, b) => Math.abs(b.z) - Math.abs(a.z))
}

function agreement(left: number[][], right: number[][]): number {
  let sum = 0
  let variance = 0
  for (const [at, a] of left.entries()) {
    const correlation = pearson(a, right[at]!)
    if (correlation === null) continue
    sum += correlation
    variance += 1 / (a.length - 1)
  }
  return variance === 0 ? 0 : sum / Math.sqrt(variance)
}

/** Groups with ties on either side have no neighbours and say nothing. */
function nearness(left: number[][], right: number[][]): number {
  let sum = 0
  let variance = 0
  for (const [at, a] of left.entries()) {
    const b = right[at]!
    const n = a.length
    if (n < 3 || new Set(a).size < n || new Set(b).size < n) continue
    const inOrder = b.map((_, i) => i).sort((x, y) => a[x]! - a[y]!)
    const apart = inOrder.slice(1).reduce((total, x, i) => total + Math.abs(b[x]! - b[inOrder[i]!]!), 0)
    sum += (n * n - 1) / 3 - apart
    variance += ((n - 2) * (n + 1) * (4 * n - 7)) / 90
  }
  return variance === 0 ? 0 : sum / Math.sqrt(variance)
}

/** Null when one side has no order at all. */
function pearson(a: number[], b: number[]): number | null {
  const mean = (a.length - 1) / 2
  let [ab, aa, bb] = [0, 0, 0]
  for (const [at, value] of a.entries()) {
    ab += (value - mean) * (b[at]! - mean)
    aa += (value - mean) ** 2
    bb += (b[at]! - mean) ** 2
  }
  return aa < 1e-9 || bb < 1e-9 ? null : ab / Math.sqrt(aa * bb)
}

/** Mid-ranks from 0; numbers, and places on the disk, by their size, all else as text. */
function rank(values: (string | undefined)[]): number[] {
  const keys = values.map(sortKey)
  const order = keys.map((_, at) => at).sort((x, y) => compare(keys[x]!, keys[y]!))
  const ranks: number[] = []
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && compare(keys[order[from]!]!, keys[order[to]!]!) === 0) to++
    for (let at = from; at < to; at++) ranks[order[at]!] = (from + to - 1) / 2
    from = to
  }
  return ranks
}

function sortKey(value = ''): number | string {
  const place = /^\((\d+),(\d+)\)$/.exec(value)
  if (place) return Number(place[1]) * 100_000 + Number(place[2])
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

const compare = (a: number | string, b: number | string) =>
  typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1

/**
 * Values (of six characters or more) that stand with exactly one of the left things and one of the right: each would be a
 * link. A thing is told by its own marks; every row that holds a mark belongs to it.
 */
export function sharedValues(tables: Map<string, SeenRow[]>, left: string[][], right: string[][]): string[] {
  const [onLeft, onRight] = [whoHolds(tables, left), whoHolds(tables, right)]
  return [...onLeft]
    .filter(([value, who]) => who.size === 1 && onRight.get(value)?.size === 1)
    .map(([value]) => value)
}

/** Value -> which of the things it stands with. */
function whoHolds(tables: Map<string, SeenRow[]>, things: string[][]): Map<string, Set<number>> {
  const owner = new Map(things.flatMap((marks, thing) => marks.map((mark) => [mark, thing] as const)))
  const holders = new Map<string, Set<number>>()
  for (const rows of tables.values())
    for (const row of rows) {
      const words = [...row]
        .filter(([name]) => !name.startsWith('~'))
        .flatMap(([, text]) => text.match(/[\w-]{6,}/g) ?? [])
      const owners = new Set(words.flatMap((word) => owner.get(word) ?? []))
      for (const thing of owners)
        for (const word of words) holders.set(word, (holders.get(word) ?? new Set()).add(thing))
    }
  return holders
}
