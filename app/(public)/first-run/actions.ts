'use server'
// Makes the first administrator and goes on to the sign-in page.
import { redirect } from 'next/navigation'
import { createFirstAdmin } from '#lib/flows/create-first-admin'
import { action } from '../../_server/action'
import { readAddress } from '../../_server/read-address'
import { textFields } from '../../_server/text-fields'

export const makeFirstAdmin = action<undefined>(async (actor, form) => {
  const input = textFields(form, ['code', 'name', 'login', 'password'])
  await createFirstAdmin(actor, { ...input, address: await readAddress() })
  redirect('/sign-in')
})
