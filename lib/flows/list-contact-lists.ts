// All contact lists with their counts; a commune officer counts the own unit only. No name is read.
import { type MaybeActor, visibleUnits } from '#lib/access'
import { type ContactListCounts, listContactListRows } from '#lib/db/contact-lists'

export async function listContactLists(actor: MaybeActor): Promise<ContactListCounts[]> {
  return listContactListRows(visibleUnits(actor, 'contacts.read'))
}
