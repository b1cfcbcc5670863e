'use server'
// Switches the proof of work on or off.
import { revalidatePath } from 'next/cache'
import { setProtection } from '#lib/flows/set-protection'
import { action } from '../../../_server/action'

export const setProtectionAction = action<undefined>(async (actor, form) => {
  await setProtection(actor, { isOn: form.get('isOn') === 'true' })
  revalidatePath('/admin/protection')
})
