// Lists of people for one purpose, with the day on which their data go.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'

export type ContactListRow = {
  id: string
  title: string
  purpose: string
  basis: string
  deleteOn: Date
  isSample: boolean
  deletedAt: Date | null
}
export type ContactListCounts = ContactListRow & { people: number; optedOut: number; erased: number }

/** Every list with its counts in the given units (`null`: all), the newest first. */
export async function listContactListRows(units: string[] | null): Promise<ContactListCounts[]> {
  const { prisma } = database()
  const rows = await prisma.contactList.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
  const inUnits = units ? { unitId: { in: units } } : {}
  const count = async (where: object) =>
    new Map(
      (await prisma.contact.groupBy({ by: ['listId'], where: { ...inUnits, ...where }, _count: true })).map(
        (one) => [one.listId, one._count],
      ),
    )
  const [people, optedOut, erased] = await Promise.all([
    count({ erasedAt: null }),
    count({ erasedAt: null, optedOutAt: { not: null } }),
    count({ erasedAt: { not: null } }),
  ])
  return rows.map((row) => ({
    ...row,
    people: people.get(row.id) ?? 0,
    optedOut: optedOut.get(row.id) ?? 0,
    erased: erased.get(row.id) ?? 0,
  }))
}

export function findContactList(id: string): Promise<ContactListRow | null> {
  return database().prisma.contactList.findUnique({ where: { id } })
}

type NewList = Omit<ContactListRow, 'isSample' | 'deletedAt'> & { isSample?: boolean }

/** Adds a list and its line in the audit log. */
export async function insertContactList(actor: Actor, list: NewList, entry: AuditEntry): Promise<void> {
  const { prisma } = database()
  await prisma.$transaction([
    prisma.contactList.create({ data: { ...list, createdBy: actor.userId } }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}

/** Lists whose day of deletion has come, up to and with `day`. */
export function listExpiredLists(day: Date): Promise<ContactListRow[]> {
  return database().prisma.contactList.findMany({ where: { deletedAt: null, deleteOn: { lte: day } } })
}

/** Sets another day of deletion. */
export async function updateListDeletion(actor: Actor, id: string, deleteOn: Date): Promise<void> {
  const { prisma } = database()
  const details = { deleteOn: deleteOn.toISOString().slice(0, 10) }
  await prisma.$transaction([
    prisma.contactList.update({ where: { id }, data: { deleteOn } }),
    prisma.auditEvent.create({
      data: auditRow(actor, { action: 'change-contact-list', subject: id, details }),
    }),
  ])
}
