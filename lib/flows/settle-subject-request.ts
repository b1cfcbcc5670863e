// An officer deals with a request: has answered the person, needs more time (once, with a reason), has done what was asked, or
// refuses with a reason. "Done" does it here where it can be done here: an erasure erases, and so does the withdrawal of a
// consent that was the only ground.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { requestSteps } from '#lib/contacts/request-kinds'
import { addDays } from '#lib/contacts/working-days'
import { eraseContacts, findContact, updateContact } from '#lib/db/contacts'
import { findSubjectRequest, updateSubjectRequest } from '#lib/db/subject-requests'
import { requireList } from '#lib/flows/find-contact-list'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  id: z.string(),
  step: z.enum(requestSteps),
  /** Needed to extend and to refuse; read by the person and kept, so it must name nobody. */
  reason: z.string().trim().max(500).default(''),
})

/** Throws notFound, notAllowed, requestClosed, invalidInput. */
export async function settleSubjectRequest(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  if (!actor) throw problems.signInRequired({})
  const { id, step, reason } = requireShape(shape, input)
  const request = await findSubjectRequest(id).catch(() => null)
  const officer = allow(actor, 'contacts.write', request?.unitId ?? actor.unitId)
  if (!request) throw problems.notFound({ what: 'yêu cầu', id })
  if (request.closedAt) throw problems.requestClosed({})
  if ((step === 'extend' || step === 'refuse') && reason.length < 10)
    throw problems.invalidInput({ faults: [noReason] })
  if (step === 'extend' && request.isExtended) throw problems.invalidInput({ faults: [extendedOnce] })
  const entry = {
    action: 'settle-subject-request',
    unitId: request.unitId,
    subject: id,
    details: { step, kind: request.kind },
  }
  const now = new Date()
  const answeredAt = request.answeredAt ?? now
  if (step === 'done' && (await isErasing(request))) {
    await eraseContacts(officer, [request.contactId], () => ({
      ...entry,
      details: { ...entry.details, erased: true },
    }))
    return
  }
  if (step === 'done' && (request.kind === 'withdrawal' || request.kind === 'objection'))
    await stopAsking(officer, request.contactId, request.unitId)
  const change =
    step === 'answer'
      ? { answeredAt }
      : step === 'extend'
        ? { isExtended: true, reason, doneBy: await laterDay(request.doneBy) }
        : {
            answeredAt,
            closedAt: now,
            outcome: step === 'done' ? 'done' : 'refused',
            reason: reason || request.reason,
          }
  if (!(await updateSubjectRequest(officer, id, change, entry))) throw problems.requestClosed({})
}

/** Whether doing what is asked takes the data away. */
async function isErasing({ kind, contactId }: { kind: string; contactId: string }): Promise<boolean> {
  const contact = await findContact(contactId)
  if (!contact?.sealed) return false
  if (kind === 'erasure') return true
  return kind === 'withdrawal' && (await requireList(contact.listId)).basis === 'consent'
}

async function stopAsking(officer: Parameters<typeof updateContact>[0], contactId: string, unitId: string) {
  const contact = await findContact(contactId)
  if (!contact?.sealed || contact.optedOutAt) return
  const entry = { action: 'opt-out-contact', unitId, subject: contactId, details: { isOut: true } }
  await updateContact(officer, contactId, { optedOutAt: new Date() }, entry)
}

async function laterDay(doneBy: Date): Promise<Date> {
  const { rules } = await loadPrivacySettings(null)
  return new Date(addDays(doneBy.toISOString().slice(0, 10), rules.extensionDays))
}

const noReason: Fault = {
  question: 'reason',
  code: 'reason_missing',
  vi: 'Hãy ghi lý do (ít nhất 10 ký tự); người yêu cầu sẽ đọc câu này, nên không ghi tên ai.',
  en: 'Say why (at least 10 characters); the person reads it, so name nobody.',
}
const extendedOnce: Fault = {
  question: 'reason',
  code: 'extended_already',
  vi: 'Yêu cầu này đã được gia hạn một lần, không gia hạn thêm được.',
  en: 'This request has been extended once and cannot be extended again.',
}
