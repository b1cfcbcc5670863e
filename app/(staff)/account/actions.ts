'use server'
// What a person can change about the own account.
import { revalidatePath } from 'next/cache'
import { changeOwnPassword } from '#lib/flows/change-own-password'
import { revokeOwnSessions } from '#lib/flows/revoke-own-sessions'
import { action } from '../../_server/action'
import { getActor } from '../../_server/session'
import { textFields } from '../../_server/text-fields'

export const changePassword = action<undefined>(async (actor, form) => {
  await changeOwnPassword(actor, textFields(form, ['oldPassword', 'newPassword', 'repeatedPassword']))
  revalidatePath('/account')
})

export async function endSession(form: FormData): Promise<void> {
  await revokeOwnSessions(await getActor(), textFields(form, ['id']))
  revalidatePath('/account')
}

export async function endOtherSessions(): Promise<void> {
  await revokeOwnSessions(await getActor(), {})
  revalidatePath('/account')
}
