'use server'
// The office that answers for personal data and its deadlines.
import { revalidatePath } from 'next/cache'
import { savePrivacySettings } from '#lib/flows/save-privacy-settings'
import { action } from '../../../_server/action'
import { textFields } from '../../../_server/text-fields'

const fields = [
  'name',
  'address',
  'phone',
  'email',
  'answerWorkingDays',
  'stopDays',
  'fulfilDays',
  'extensionDays',
  'smallestGroup',
  'holidays',
] as const

export const savePrivacyAction = action<undefined>(async (actor, form) => {
  await savePrivacySettings(actor, textFields(form, fields))
  revalidatePath('/privacy')
})
