'use server'
// What a person can change about the own account.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { addPasskey } from '#lib/flows/add-passkey'
import { changeOwnPassword } from '#lib/flows/change-own-password'
import { confirmAuthenticator } from '#lib/flows/confirm-authenticator'
import { confirmIdentity } from '#lib/flows/confirm-identity'
import { makeRecoveryCodes } from '#lib/flows/make-recovery-codes'
import { removeAuthenticator } from '#lib/flows/remove-authenticator'
import { removePasskey } from '#lib/flows/remove-passkey'
import { revokeOwnSessions } from '#lib/flows/revoke-own-sessions'
import { action } from '../../_server/action'
import { localPath } from '../../_server/local-path'
import { publicOrigin } from '../../_server/public-origin'
import { getActor } from '../../_server/session'
import { setSessionCookie } from '../../_server/set-session-cookie'
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

export const confirm = action<undefined>(async (actor, form) => {
  const { goal, ...input } = textFields(form, ['password', 'code', 'answer', 'goal'])
  await setSessionCookie(await confirmIdentity(actor, { ...input, origin: await publicOrigin() }))
  redirect(localPath(goal))
})

export const confirmApp = action<string[]>((actor, form) =>
  confirmAuthenticator(actor, textFields(form, ['code'])),
)

export const removeApp = action<undefined>(async (actor) => {
  await removeAuthenticator(actor)
  revalidatePath('/account')
})

export const newRecoveryCodes = action<string[]>((actor) => makeRecoveryCodes(actor))

export const addOwnPasskey = action<string[]>(async (actor, form) => {
  const codes = await addPasskey(actor, {
    ...textFields(form, ['name', 'answer']),
    origin: await publicOrigin(),
  })
  revalidatePath('/account')
  return codes
})

export const removeOwnPasskey = action<undefined>(async (actor, form) => {
  await removePasskey(actor, textFields(form, ['id']))
  revalidatePath('/account')
})
