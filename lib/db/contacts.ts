// People of contact lists. What names them lies sealed in one field; this file never opens it. Erasing leaves a row without
// data, so that draws and weights stay as they were.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import { problems } from '#lib/problem'
import { sqlState } from '#lib/sql-state'

type Bytes = Uint8Array<ArrayBuffer>

export type ContactRow = {
  id: string
  listId: string
  unitId: string
  sealed: Bytes | null
  stratum: string
  cluster: string
  size: number | null
  language: string
  consent: Prisma.JsonValue
  optedOutAt: Date | null
  erasedAt: Date | null
}
export type ContactKeys = {
  unitId: string
  nameKey: string | null
  emailKey: string | null
  phoneKey: string | null
}

const row = {
  id: true,
  listId: true,
  unitId: true,
  sealed: true,
  stratum: true,
  cluster: true,
  size: true,
  language: true,
  consent: true,
  optedOutAt: true,
  erasedAt: true,
} satisfies Prisma.ContactSelect

/** The people of a list who are not erased, in the given units (`null`: all). */
export function listContacts(listId: string, units: string[] | null): Promise<ContactRow[]> {
  return database().prisma.contact.findMany({
    where: { listId, erasedAt: null, ...(units ? { unitId: { in: units } } : {}) },
    select: row,
    orderBy: { id: 'asc' },
  })
}

export function findContacts(ids: readonly string[]): Promise<ContactRow[]> {
  return database().prisma.contact.findMany({ where: { id: { in: [...ids] } }, select: row })
}

export function findContact(id: string): Promise<ContactRow | null> {
  return database().prisma.contact.findUnique({ where: { id }, select: row })
}

/** The hashes of everybody in a list, erased people excepted. */
export function listContactKeys(listId: string): Promise<(ContactKeys & { id: string })[]> {
  return database().prisma.contact.findMany({
    where: { listId, erasedAt: null },
    select: { id: true, unitId: true, nameKey: true, emailKey: true, phoneKey: true },
  })
}

export type NewContact = Omit<ContactRow, 'listId' | 'consent' | 'optedOutAt' | 'erasedAt'> &
  ContactKeys & { consent: Prisma.InputJsonValue | undefined }

/**
 * Adds people and the line in the audit log. `expected`: how many were in the list when duplicates were looked for; throws
 * contactListChanged when others have come since, and then stores nothing.
 */
export async function insertContacts(
  actor: Actor | null,
  listId: string,
  people: NewContact[],
  expected: number,
  entry: AuditEntry,
): Promise<void> {
  await refusingTwice(
    database().prisma.$transaction(
      async (transaction) => {
        await transaction.$queryRaw`select from "ContactList" where "id" = ${listId}::uuid for update`
        const there = await transaction.contact.count({ where: { listId, erasedAt: null } })
        if (there !== expected) throw problems.contactListChanged({})
        await transaction.contact.createMany({ data: people.map((one) => ({ ...one, listId })) })
        await transaction.auditEvent.create({ data: auditRow(actor, entry) })
      },
      { timeout: 60_000 },
    ),
  )
}

export type ContactChange = Partial<Omit<NewContact, 'id'>> & { optedOutAt?: Date | null }

/** Changes somebody who is not erased, with the line in the audit log. */
export async function updateContact(
  actor: Actor | null,
  id: string,
  change: ContactChange,
  entry: AuditEntry,
): Promise<void> {
  const { prisma } = database()
  await refusingTwice(
    prisma.$transaction([
      prisma.contact.update({ where: { id, erasedAt: null }, data: change }),
      prisma.auditEvent.create({ data: auditRow(actor, entry) }),
    ]),
  )
}

/**
 * Takes away all that names these people: the sealed field, the hashes, the proof of consent, what they wrote in requests
 * (which are done with it), and the account that belongs to them. The row stays with its unit and stratum. Returns how many
 * were erased.
 */
export async function eraseContacts(
  actor: Actor | null,
  ids: readonly string[],
  entry: (erased: number) => AuditEntry,
  listToClose?: string,
): Promise<number> {
  return database().prisma.$transaction(
    async (transaction) => {
      const now = new Date()
      const { count } = await transaction.contact.updateMany({
        where: { id: { in: [...ids] }, erasedAt: null },
        data: { ...nothing, erasedAt: now },
      })
      const of = { contactId: { in: [...ids] } }
      await transaction.subjectRequest.updateMany({ where: of, data: { sealedNote: null } })
      await transaction.subjectRequest.updateMany({
        where: { ...of, closedAt: null },
        data: { closedAt: now, outcome: 'done', handledBy: actor?.userId ?? '' },
      })
      await eraseAccounts(transaction, ids)
      if (listToClose)
        await transaction.contactList.update({ where: { id: listToClose }, data: { deletedAt: now } })
      await transaction.auditEvent.create({ data: auditRow(actor, entry(count)) })
      return count
    },
    { timeout: 60_000 },
  )
}

const nothing = {
  sealed: null,
  nameKey: null,
  emailKey: null,
  phoneKey: null,
  consent: Prisma.DbNull,
  size: null,
  cluster: '',
}

async function eraseAccounts(transaction: Prisma.TransactionClient, ids: readonly string[]) {
  const accounts = await transaction.user.findMany({
    where: { contactId: { in: [...ids] } },
    select: { id: true },
  })
  for (const { id } of accounts) {
    await transaction.session.deleteMany({ where: { userId: id } })
    await transaction.user.update({
      where: { id },
      data: { login: `erased-${id}`, name: '', passwordHash: '-', contactId: null, disabledAt: new Date() },
    })
  }
}

/** The database lets an address and a number stand once in a list; whoever was slower reads that the list has changed. */
async function refusingTwice<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write
  } catch (error) {
    if (sqlState(error) === '23505') throw problems.contactListChanged({})
    throw error
  }
}
