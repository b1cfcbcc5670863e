// An administrator says how messages go out: mail server, gateway, hours. What was typed as a password is sealed at once; an
// empty password keeps the one of before, as long as server and user stay the same. Whoever names the server or the gateway gets
// every code and reads who is reminded: both need a secret that was shown minutes ago.
import { z } from 'zod'
import { type Actor, allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { forgetSetting, saveSetting } from '#lib/db/settings'
import { findSmtp, findWebhook, sealSecret } from '#lib/flows/find-message-access'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { sendingHoursShape } from '#lib/messages/sending-hours'
import { smtpShape } from '#lib/messages/smtp-settings'
import { webhookShape } from '#lib/messages/webhook-settings'
import { requireShape } from '#lib/user-input'

const secret = z.string().max(500).default('')
const smtpInput = smtpShape.extend({ password: secret })
const webhookInput = webhookShape.extend({ secret })

export async function saveSmtp(actor: MaybeActor, input: z.input<typeof smtpInput> | null): Promise<void> {
  const administrator = allow(actor, 'mail.manage')
  const asked = input && requireShape(smtpInput, input)
  await requireRecentProof(administrator)
  if (!asked) return forget(administrator, 'smtp')
  const { password, ...settings } = asked
  const before = await findSmtp()
  const isSame = before?.host === settings.host && before.user === settings.user
  const kept = password || (isSame ? before.password : '')
  await saveSetting('smtp', { ...settings, ...(kept ? { sealed: sealSecret('smtp', kept) } : {}) })
  await log(administrator, { what: 'smtp', host: settings.host })
}

export async function saveWebhook(
  actor: MaybeActor,
  input: z.input<typeof webhookInput> | null,
): Promise<void> {
  const administrator = allow(actor, 'mail.manage')
  const asked = input && requireShape(webhookInput, input)
  await requireRecentProof(administrator)
  if (!asked) return forget(administrator, 'webhook')
  const { secret, url } = asked
  const before = await findWebhook()
  const kept = secret || (before?.url === url ? before.secret : '')
  await saveSetting('webhook', { url, ...(kept ? { sealed: sealSecret('webhook', kept) } : {}) })
  await log(administrator, { what: 'webhook', host: new URL(url).host })
}

export async function saveSendingHours(
  actor: MaybeActor,
  input: z.input<typeof sendingHoursShape>,
): Promise<void> {
  const administrator = allow(actor, 'mail.manage')
  const hours = requireShape(sendingHoursShape, input)
  await saveSetting('sending-hours', hours)
  await log(administrator, { what: 'sending-hours', ...hours })
}

async function forget(administrator: Actor, what: 'smtp' | 'webhook') {
  await forgetSetting(what)
  await log(administrator, { what, isRemoved: true })
}

const log = (administrator: Actor, details: Record<string, string | number | boolean>) =>
  insertAuditEvent(administrator, { action: 'save-mail-settings', details })
