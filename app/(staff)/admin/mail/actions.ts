'use server'
// What an administrator sets about mail and messages. An empty host or address takes the server or gateway away.
import { revalidatePath } from 'next/cache'
import { saveSendingHours, saveSmtp, saveWebhook } from '#lib/flows/save-mail-settings'
import { sendTestMail } from '#lib/flows/send-test-mail'
import { action } from '../../../_server/action'
import { textFields } from '../../../_server/text-fields'

const smtpFields = [
  'host',
  'port',
  'security',
  'user',
  'password',
  'from',
  'replyTo',
  'perMinute',
  'perDay',
] as const

export const saveSmtpAction = action<undefined>(async (actor, form) => {
  const typed = textFields(form, smtpFields)
  const isRemoved = typed.host.trim() === ''
  await saveSmtp(actor, isRemoved ? null : { ...typed, security: typed.security as 'tls' })
  revalidatePath('/admin/mail')
})

export const saveWebhookAction = action<undefined>(async (actor, form) => {
  const { url, secretPassword } = textFields(form, ['url', 'secretPassword'])
  await saveWebhook(actor, url.trim() === '' ? null : { url, secret: secretPassword })
  revalidatePath('/admin/mail')
})

export const saveHoursAction = action<undefined>(async (actor, form) => {
  const { from, to } = textFields(form, ['from', 'to'])
  await saveSendingHours(actor, { from, to, weekdaysOnly: form.get('weekdaysOnly') !== null })
  revalidatePath('/admin/mail')
})

export const sendTestAction = action<undefined>(async (actor, form) => {
  await sendTestMail(actor, textFields(form, ['to']))
})
