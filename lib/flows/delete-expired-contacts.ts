// Deletes the people of every list whose day has come. A job runs it every day; nobody has to remember. What stays is the line
// of the list, the draws without names, and the count in the audit log.

import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listExpiredLists } from '#lib/db/contact-lists'
import { eraseContacts, listContacts } from '#lib/db/contacts'

/** Returns how many lists and people were deleted. Running it twice deletes nothing twice. */
export async function deleteExpiredContacts(
  now: Date = new Date(),
): Promise<{ lists: number; people: number }> {
  const expired = await listExpiredLists(new Date(dayInVietNam(now)))
  let people = 0
  for (const { id, deleteOn } of expired) {
    const contacts = await listContacts(id, null)
    const ids = contacts.map((one) => one.id)
    const day = deleteOn.toISOString().slice(0, 10)
    people += await eraseContacts(
      null,
      ids,
      (erased) => ({
        action: 'delete-expired-contacts',
        subject: id,
        details: { people: erased, deleteOn: day },
      }),
      id,
    )
  }
  return { lists: expired.length, people }
}
