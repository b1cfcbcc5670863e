// The queue of what people ask about their own data, the most pressing first, with what is due and overdue. Names are opened
// for the officer who must answer; the look is a line in the audit log.
import { type MaybeActor, visibleUnits } from '#lib/access'
import { openPerson } from '#lib/contacts/sealed-contact'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertReadEvent } from '#lib/db/audit'
import { findContacts } from '#lib/db/contacts'
import { listSubjectRequestRows, type SubjectRequestRow } from '#lib/db/subject-requests'

/** `closed`; `overdue`: a day has passed; `due`: it is today or tomorrow; `open`: there is time. */
export type RequestState = 'closed' | 'overdue' | 'due' | 'open'
export type RequestLine = SubjectRequestRow & {
  /** null once the person is erased. */
  name: string | null
  state: RequestState
  /** The next day by which something must have happened. */
  nextDay: string
}

const longestQueue = 500

export async function listSubjectRequests(actor: MaybeActor): Promise<RequestLine[]> {
  const units = visibleUnits(actor, 'contacts.read')
  const requests = await listSubjectRequestRows(units, longestQueue)
  const contacts = await findContacts(requests.map(({ contactId }) => contactId))
  const names = new Map(contacts.map(({ id, sealed }) => [id, sealed && openPerson(id, sealed).name]))
  const details = { shown: requests.length }
  if (actor && requests.length > 0)
    await insertReadEvent(actor, { action: 'list-subject-requests', unitId: actor.unitId, details })
  const today = dayInVietNam()
  return requests.map((request) => ({
    ...request,
    name: names.get(request.contactId) ?? null,
    ...stateOf(request, today),
  }))
}

/** Where a request stands on a day, "2026-11-23". */
export function stateOf(
  { closedAt, answeredAt, answerBy, doneBy }: SubjectRequestRow,
  today: string,
): { state: RequestState; nextDay: string } {
  const nextDay = (answeredAt || answerBy > doneBy ? doneBy : answerBy).toISOString().slice(0, 10)
  if (closedAt) return { state: 'closed', nextDay }
  if (nextDay < today) return { state: 'overdue', nextDay }
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  return { state: nextDay <= tomorrow ? 'due' : 'open', nextDay }
}
