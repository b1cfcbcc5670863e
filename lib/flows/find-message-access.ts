// How messages go out: the mail server and the gateway, from the environment or from the administrator's page. A step of the
// flows that send; passwords leave their seal here only.
import { findSetting } from '#lib/db/settings'
import { env } from '#lib/env'
import { type SendingHours, sendingHoursShape, usualHours } from '#lib/messages/sending-hours'
import { type SmtpAccess, smtpOfUrl, smtpShape } from '#lib/messages/smtp-settings'
import { type WebhookAccess, webhookShape } from '#lib/messages/webhook-settings'
import { openText, seal } from '#lib/secrecy/sealed-field'

/** What the settings "smtp" and "webhook" seal: password and signing secret. */
type Sealed = { sealed?: string }

/** The mail server, or null while there is none. */
export async function findSmtp(): Promise<SmtpAccess | null> {
  const { SMTP_URL } = env()
  if (SMTP_URL) return smtpOfUrl(SMTP_URL)
  const stored = (await findSetting('smtp')) as (Sealed & object) | null
  if (!stored) return null
  return { ...smtpShape.parse(stored), password: unsealed('smtp', stored) }
}

/** The gateway for telephones, or null while there is none. */
export async function findWebhook(): Promise<WebhookAccess | null> {
  const stored = (await findSetting('webhook')) as (Sealed & object) | null
  if (!stored) return null
  return { ...webhookShape.parse(stored), secret: unsealed('webhook', stored) }
}

/** When messages may go out. */
export async function findSendingHours(): Promise<SendingHours> {
  return sendingHoursShape.safeParse(await findSetting('sending-hours')).data ?? usualHours
}

/** A password as the settings keep it: sealed with the key outside the database, base64. */
export function sealSecret(name: 'smtp' | 'webhook', secret: string): string {
  return Buffer.from(seal(`setting.${name}`, name, secret)).toString('base64')
}

function unsealed(name: 'smtp' | 'webhook', { sealed }: Sealed): string {
  return sealed ? openText(`setting.${name}`, name, Buffer.from(sealed, 'base64')) : ''
}
