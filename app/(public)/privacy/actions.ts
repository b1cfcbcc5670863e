'use server'
// What people ask about their own data, with the code of their link as the proof.
import type { OwnData } from '#lib/contacts/own-data'
import type { RequestKind } from '#lib/contacts/request-kinds'
import { findOwnData } from '#lib/flows/find-own-data'
import { type SentRequest, sendSubjectRequest } from '#lib/flows/send-subject-request'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const findOwnDataAction = action<OwnData>((actor, form) =>
  findOwnData(actor, textFields(form, ['code'])),
)

export const sendRequestAction = action<SentRequest>((actor, form) => {
  const { kind, ...input } = textFields(form, ['code', 'kind', 'note'])
  return sendSubjectRequest(actor, { ...input, kind: kind as RequestKind })
})
