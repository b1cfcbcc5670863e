// How messages go out, for administrators. Passwords and secrets never leave the server again.
import { allow, type MaybeActor } from '#lib/access'
import { env } from '#lib/env'
import { findSendingHours, findSmtp, findWebhook } from '#lib/flows/find-message-access'
import type { SendingHours } from '#lib/messages/sending-hours'
import type { SmtpSettings } from '#lib/messages/smtp-settings'

export type MailSettings = {
  smtp: SmtpSettings | null
  hasPassword: boolean
  /** SMTP_URL is set: the page shows it and cannot change it. */
  isFromEnvironment: boolean
  webhook: { url: string } | null
  hours: SendingHours
  /** Links in messages lead there; without PUBLIC_URL they lead to this machine. */
  hasPublicUrl: boolean
}

export async function loadMailSettings(actor: MaybeActor): Promise<MailSettings> {
  allow(actor, 'mail.manage')
  const [smtp, webhook, hours] = await Promise.all([findSmtp(), findWebhook(), findSendingHours()])
  const { password = '', ...settings } = smtp ?? {}
  return {
    smtp: smtp ? (settings as SmtpSettings) : null,
    hasPassword: password !== '',
    isFromEnvironment: env().SMTP_URL !== undefined,
    webhook: webhook && { url: webhook.url },
    hours,
    hasPublicUrl: env().PUBLIC_URL !== undefined,
  }
}
