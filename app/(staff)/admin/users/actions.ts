'use server'
// What an administrator does with accounts. The flows decide who may.
import { revalidatePath } from 'next/cache'
import type { StaffRole } from '#lib/access'
import { changeUser } from '#lib/flows/change-user'
import { createUser, type FreshPassword } from '#lib/flows/create-user'
import { expectExternalLogin } from '#lib/flows/expect-external-login'
import { resetPassword } from '#lib/flows/reset-password'
import { resetSecondFactor } from '#lib/flows/reset-second-factor'
import { revokeUserSessions } from '#lib/flows/revoke-user-sessions'
import { unlinkExternalLogin } from '#lib/flows/unlink-external-login'
import { action } from '../../../_server/action'
import { getActor } from '../../../_server/session'
import { textFields } from '../../../_server/text-fields'

export const createUserAction = action<FreshPassword>(async (actor, form) => {
  const { role, ...input } = textFields(form, ['login', 'name', 'role', 'unitId'])
  const fresh = await createUser(actor, { ...input, role: role as StaffRole })
  revalidatePath('/admin/users')
  return fresh
})

export const changeUserAction = action<undefined>(async (actor, form) => {
  const { role, isDisabled, ...input } = textFields(form, ['id', 'name', 'role', 'unitId', 'isDisabled'])
  await changeUser(actor, { ...input, role: role as StaffRole, isDisabled: isDisabled === '1' })
  revalidatePath('/admin/users')
})

export const resetPasswordAction = action<FreshPassword>((actor, form) =>
  resetPassword(actor, textFields(form, ['id'])),
)

export async function endUserSessions(form: FormData): Promise<void> {
  await revokeUserSessions(await getActor(), { id: textFields(form, ['id']).id })
  revalidatePath('/admin/users')
}

export const resetSecondFactorAction = action<undefined>(async (actor, form) => {
  await resetSecondFactor(actor, textFields(form, ['id']))
  revalidatePath('/admin/users')
})

export const expectExternalLoginAction = action<undefined>(async (actor, form) => {
  const { claim, ...input } = textFields(form, ['id', 'claim', 'value'])
  await expectExternalLogin(actor, { ...input, claim: claim as 'email' })
  revalidatePath('/admin/users')
})

export const unlinkExternalLoginAction = action<undefined>(async (actor, form) => {
  await unlinkExternalLogin(actor, textFields(form, ['id']))
  revalidatePath('/admin/users')
})
