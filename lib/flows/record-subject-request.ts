// A request of a person about their own data is written down with its deadlines; whoever withdraws or objects is asked nothing
// more from this moment on. A step of create- and send-subject-request.
import { randomUUID } from 'node:crypto'
import type { Actor } from '#lib/access'
import { requestDeadlines } from '#lib/contacts/request-deadlines'
import type { RequestChannel, RequestKind } from '#lib/contacts/request-kinds'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import type { ContactRow } from '#lib/db/contacts'
import { insertSubjectRequest, listRequestsOf, type SubjectRequestRow } from '#lib/db/subject-requests'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { seal } from '#lib/secrecy/sealed-field'

export type Wish = { kind: RequestKind; channel: RequestChannel; note: string }

/** The purpose under which notes are sealed. */
export const notePurpose = 'subject-request'

/** Returns the request; an open one of the same kind is returned instead of a second. */
export async function recordSubjectRequest(
  actor: Actor | null,
  contact: Pick<ContactRow, 'id' | 'unitId'>,
  { kind, channel, note }: Wish,
): Promise<SubjectRequestRow> {
  const known = await listRequestsOf(contact.id)
  const open = known.find((one) => one.kind === kind && !one.closedAt)
  if (open) return open
  const { rules } = await loadPrivacySettings(actor)
  const now = new Date()
  const { answerBy, doneBy } = requestDeadlines(kind, dayInVietNam(now), rules)
  const id = randomUUID()
  const request = {
    id,
    contactId: contact.id,
    unitId: contact.unitId,
    kind,
    channel,
    receivedAt: now,
    answerBy: new Date(answerBy),
    doneBy: new Date(doneBy),
  }
  const stopsNow = kind === 'withdrawal' || kind === 'objection'
  await insertSubjectRequest(
    actor,
    { ...request, sealedNote: note ? seal(notePurpose, id, note) : null },
    stopsNow,
    {
      action: 'record-subject-request',
      unitId: contact.unitId,
      subject: id,
      details: { kind, channel, contact: contact.id },
    },
  )
  return { ...request, isExtended: false, answeredAt: null, closedAt: null, outcome: '', reason: '' }
}
