// Somebody ends all messages to them, with the code that stands below every e-mail. It works at once and for every wave; the
// invitation itself stays valid. Showing the page changes nothing: programs that open every link must not opt anybody out.
import type { MaybeActor } from '#lib/access'
import { findContact, updateContact } from '#lib/db/contacts'
import { contactOfOptOutCode } from '#lib/messages/opt-out-code'
import { problems } from '#lib/problem'

/** Whether the person has opted out already. Throws optOutUnknown. */
export async function findOptOut(_anybody: MaybeActor, { code }: { code: string }): Promise<boolean> {
  return (await contactOf(code)).optedOutAt !== null
}

/** Doing it twice changes nothing. Throws optOutUnknown. */
export async function stopMessages(_anybody: MaybeActor, { code }: { code: string }): Promise<void> {
  const { id, unitId, optedOutAt } = await contactOf(code)
  if (optedOutAt) return
  await updateContact(null, id, { optedOutAt: new Date() }, { action: 'stop-messages', unitId, subject: id })
}

async function contactOf(code: string) {
  const id = contactOfOptOutCode(code)
  const contact = id && (await findContact(id))
  if (!contact || contact.erasedAt) throw problems.optOutUnknown({})
  return contact
}
