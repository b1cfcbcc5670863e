'use server'
// Saves the rules of signing in.
import { revalidatePath } from 'next/cache'
import { saveSignInPolicy } from '#lib/flows/save-sign-in-policy'
import { action } from '../../../_server/action'
import { textFields } from '../../../_server/text-fields'

export const saveSignInPolicyAction = action<undefined>(async (actor, form) => {
  const { passwordFor, ...numbers } = textFields(form, ['graceDays', 'idleMinutes', 'passwordFor'])
  const requiredFor = form.getAll('requiredFor') as never[]
  await saveSignInPolicy(actor, {
    ...numbers,
    requiredFor,
    passwordFor: (passwordFor || 'everybody') as 'everybody',
  })
  revalidatePath('/admin/sign-in')
})
