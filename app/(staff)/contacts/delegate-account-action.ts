'use server'
// Opens an account for an invited person.
import { createDelegateAccount } from '#lib/flows/create-delegate-account'
import { action } from '../../_server/action'
import { textFields } from '../../_server/text-fields'

export const createDelegateAccountAction = action((actor, form) =>
  createDelegateAccount(actor, textFields(form, ['contactId', 'login'])),
)
