'use server'
// Requests of people about their own data, as officers write them down and deal with them.
import { revalidatePath } from 'next/cache'
import type { RequestChannel, RequestKind, RequestStep } from '#lib/contacts/request-kinds'
import { createSubjectRequest } from '#lib/flows/create-subject-request'
import { settleSubjectRequest } from '#lib/flows/settle-subject-request'
import { action } from '../../../_server/action'
import { textFields } from '../../../_server/text-fields'

export const createRequestAction = action<undefined>(async (actor, form) => {
  const { kind, channel, ...input } = textFields(form, ['contact', 'kind', 'channel', 'note'])
  await createSubjectRequest(actor, {
    ...input,
    kind: kind as RequestKind,
    channel: channel as RequestChannel,
  })
  revalidatePath('/contacts', 'layout')
})

export const settleRequestAction = action<undefined>(async (actor, form) => {
  const { step, ...input } = textFields(form, ['id', 'step', 'reason'])
  await settleSubjectRequest(actor, { ...input, step: step as RequestStep })
  revalidatePath('/contacts', 'layout')
})
