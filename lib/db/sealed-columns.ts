// Every column that lies sealed under CONTACT_KEY, for changing the key: which rows another key has sealed, and their rows to seal
// anew. Names of tables and columns come from the list below and from nowhere else.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

type Column = {
  table: string
  column: string
  /** SQL for the text that a row is bound to (see `seal`), which also orders the rows. */
  id: string
}

const columns = {
  contact: { table: '"Contact"', column: 'sealed', id: 'id::text' },
  authenticator: { table: '"Authenticator"', column: 'secret', id: '"userId"' },
  request: { table: '"SubjectRequest"', column: '"sealedNote"', id: 'id::text' },
  alert: { table: '"LateUnitAlert"', column: 'recipients', id: '"waveId"' },
  contest: { table: '"Contest"', column: '"sealedSecret"', id: '"waveId"' },
  contestEntry: { table: '"ContestEntry"', column: 'sealed', id: `"waveId" || ' ' || number` },
  // as JSON.stringify writes it: without spaces
  ballotKey: {
    table: '"BallotGroup"',
    column: '"privateKey"',
    id: `'[' || to_json("waveId")::text || ',' || to_json("unitId")::text || ',' || to_json(stratum)::text || ']'`,
  },
} satisfies Record<string, Column>

export type SealedColumn = keyof typeof columns
export const sealedColumns = Object.keys(columns) as SealedColumn[]

/** Where the id of the key stands in a sealed field: bytes 2 to 5 (see lib/secrecy/sealed-field.ts). */
const keyIdOf = ({ column }: Column) => `substring(${column} from 2 for 4)`

export type SealedRow = { id: string; sealed: Buffer }

/** Rows after `after` that another key than this one has sealed, in the order of their ids. */
export async function listSealedOtherwise(
  name: SealedColumn,
  keyId: Uint8Array,
  after: string,
): Promise<SealedRow[]> {
  const column = columns[name]
  const { rows } = await database().pool.query<SealedRow>(
    `select ${column.id} as id, ${column.column} as sealed from ${column.table}
     where ${column.column} is not null and ${keyIdOf(column)} <> $1 and (${column.id}) collate "C" > $2
     order by (${column.id}) collate "C" limit 200`,
    [Buffer.from(keyId), after],
  )
  return rows
}

/** How many rows each key has sealed: id of the key in hex -> rows. */
export async function countByKey(name: SealedColumn): Promise<Map<string, number>> {
  const column = columns[name]
  const { rows } = await database().pool.query<{ key: string; rows: number }>(
    `select encode(${keyIdOf(column)}, 'hex') as key, count(*)::int as rows from ${column.table}
     where ${column.column} is not null group by 1`,
  )
  return new Map(rows.map(({ key, rows: count }) => [key, count]))
}

/** Puts the field sealed anew into its row; false when somebody changed the row meanwhile. */
export async function replaceSealed(
  name: Exclude<SealedColumn, 'contact'>,
  { id, sealed }: SealedRow,
  fresh: Uint8Array,
): Promise<boolean> {
  const { table, column, id: idOf } = columns[name]
  const { rowCount } = await database().pool.query(
    `update ${table} set ${column} = $3 where ${idOf} = $1 and ${column} = $2`,
    [id, sealed, Buffer.from(fresh)],
  )
  return rowCount === 1
}

type FreshContact = {
  sealed: Uint8Array<ArrayBuffer>
  nameKey: string
  emailKey: string | null
  phoneKey: string | null
}

/** A contact with its hashes, which follow the key as well; the mark of an address that was refused goes along. */
export async function replaceSealedContact({ id, sealed }: SealedRow, fresh: FreshContact): Promise<boolean> {
  return database().prisma.$transaction(async (transaction) => {
    const before = await transaction.contact.findFirst({
      where: { id, sealed: new Uint8Array(sealed) },
      select: { emailKey: true, phoneKey: true },
    })
    if (!before) return false
    await transaction.contact.update({ where: { id }, data: fresh })
    for (const key of ['emailKey', 'phoneKey'] as const) {
      const [old, renewed] = [before[key], fresh[key]]
      if (old && renewed)
        await transaction.undeliverableAddress.updateMany({
          where: { contactId: id, addressKey: old },
          data: { addressKey: renewed },
        })
    }
    return true
  })
}

/** Passwords in settings: name -> sealed field, base64. */
export async function listSealedSettings(): Promise<{ name: string; sealed: string }[]> {
  const rows = await database().prisma.setting.findMany({ where: { name: { in: ['smtp', 'webhook'] } } })
  return rows.flatMap(({ name, value }) => {
    const sealed = (value as { sealed?: unknown } | null)?.sealed
    return typeof sealed === 'string' && sealed !== '' ? [{ name, sealed }] : []
  })
}

export async function replaceSealedSetting(name: string, before: string, sealed: string): Promise<boolean> {
  return database().prisma.$transaction(async (transaction) => {
    const row = await transaction.setting.findUnique({ where: { name } })
    const value = row?.value as Prisma.InputJsonObject | undefined
    if (!value || value.sealed !== before) return false
    await transaction.setting.update({ where: { name }, data: { value: { ...value, sealed } } })
    return true
  })
}
