'use server'
// What an administrator does with accounts. The flows decide who may.
import { revalidatePath } from 'next/cache'
import type { StaffRole } from '#lib/access'
import { changeUser } from '#lib/flows/change-user'
import { createUser, type FreshPassword } from '#lib/flows/create-user'
import { resetPassword } from '#lib/flows/reset-password'
import { action } from '../../../_server/action'
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
