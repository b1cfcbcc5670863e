'use server'
// Has a failed job tried again or gives it up.
import { revalidatePath } from 'next/cache'
import { settleDeadLetter } from '#lib/flows/settle-dead-letter'
import { action } from '../../../_server/action'
import { textFields } from '../../../_server/text-fields'

export const settleDeadLetterAction = action<undefined>(async (actor, form) => {
  const { lane, job, what } = textFields(form, ['lane', 'job', 'what'])
  await settleDeadLetter(actor, { lane, job, what: what as 'retry' })
  revalidatePath('/admin/jobs')
})
