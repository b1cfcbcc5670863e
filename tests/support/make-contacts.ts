// Lists of invented people for tests.
import { randomUUID } from 'node:crypto'
import type { Person } from '#lib/contacts/contact'
import { sealPerson } from '#lib/contacts/sealed-contact'
import { database } from '#lib/db/client'
import type { Contact, ContactList, Prisma } from '#lib/db/generated/client'

export function makeContactList(
  given: Partial<Prisma.ContactListUncheckedCreateInput> = {},
): Promise<ContactList> {
  const made = {
    id: randomUUID(),
    title: 'Đại biểu thử',
    purpose: 'Mời trả lời phiếu thử',
    basis: 'duty',
    deleteOn: new Date('2099-01-01'),
    createdBy: randomUUID(),
  }
  return database().prisma.contactList.create({ data: { ...made, ...given } })
}

type Given = Partial<Person> &
  Partial<Omit<Prisma.ContactUncheckedCreateInput, 'sealed'>> & { listId: string; unitId: string }

/** Somebody with a name; addresses only if given. */
export function makeContact({
  name = 'Người Thử',
  title = '',
  email = '',
  phone = '',
  address = '',
  ...given
}: Given): Promise<Contact> {
  const id = given.id ?? randomUUID()
  return database().prisma.contact.create({
    data: { id, ...sealPerson(id, { name, title, email, phone, address }), ...given },
  })
}
