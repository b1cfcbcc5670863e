// The work of the lanes "mail" and "telephone": one message to one person. What could have changed since it was planned
// (answered, opted out, closed) is asked again at the last moment. Between the server's yes and our note of it a crash may
// come: then the same message goes out again, with the same Message-ID or Idempotency-Key.
import { contactCode } from '#lib/contacts/contact-code'
import { openPerson } from '#lib/contacts/sealed-contact'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { notSigned } from '#lib/db/ballot-groups'
import {
  claimDay,
  findMessage,
  type MessageId,
  type MessageToSend,
  releaseDay,
  settleMessage,
} from '#lib/db/messages'
import { markUndeliverable } from '#lib/db/undeliverable-addresses'
import { env } from '#lib/env'
import { findSendingHours, findSmtp, findWebhook } from '#lib/flows/find-message-access'
import { htmlOfText } from '#lib/messages/html-of-text'
import { invitationAddress, publicAddress } from '#lib/messages/invitation-address'
import { type SkipReason, tellsNothing } from '#lib/messages/message-state'
import { optOutCode } from '#lib/messages/opt-out-code'
import { postWebhook } from '#lib/messages/post-webhook'
import { type MailOutcome, sendMail } from '#lib/messages/send-mail'
import { isSendingTime } from '#lib/messages/sending-hours'
import { withFooter, writeMessage } from '#lib/messages/write-message'
import { problems } from '#lib/problem'

type Try = { signal?: AbortSignal; isLast: boolean; now?: Date }

/** Sends it, or notes why not. Throws messageNotTaken when it should be tried again later. */
export async function sendMessage(
  message: MessageId,
  { signal, isLast, now = new Date() }: Try,
): Promise<void> {
  const found = await findMessage(message)
  if (!found || (found.state !== 'planned' && found.state !== 'failed')) return
  const skip = whyNot(found, now)
  if (skip) return settleMessage(message, { state: 'skipped', reason: skip })
  const today = dayInVietNam(now)
  if (!isSendingTime(now, await findSendingHours())) return releaseDay(message)
  if (!(await claimDay(message, today))) return releaseDay(message) // another message was faster: tomorrow
  const outcome = await deliver(found, message.id, signal)
  if (outcome.status === 'sent') return settleMessage(message, { state: 'sent', sentOn: today })
  if (outcome.status === 'refused') {
    if (tellsNothing(found.kind))
      await markUndeliverable({ ...addressOf(found), reason: outcome.code }, today)
    return settleMessage(message, { state: 'bounced', reason: outcome.code })
  }
  if (isLast) await settleMessage(message, { state: 'failed', reason: outcome.code })
  throw problems.messageNotTaken({ code: outcome.code })
}

function whyNot(
  { contact, invitation, wave, kind, channel, isCancelled }: MessageToSend,
  now: Date,
): SkipReason | null {
  const key = channel === 'email' ? contact?.emailKey : contact?.phoneKey
  if (isCancelled) return 'cancelled'
  if (wave.cancelledAt || wave.closesAt <= now) return 'wave-over'
  if (!contact?.sealed || contact.erasedAt) return 'erased'
  if (contact.optedOutAt) return 'opted-out'
  if (invitation.isRevoked || (invitation.expiresAt && invitation.expiresAt <= now)) return 'revoked'
  if (kind === 'reminder' && invitation.blindedHash !== notSigned) return 'used'
  if (!key) return 'no-address'
  return contact.undeliverable?.addressKey === key ? 'undeliverable' : null
}

async function deliver(found: MessageToSend, id: string, signal?: AbortSignal): Promise<MailOutcome> {
  const { contact, channel, kind, texts, wave, unit, invitation } = found
  const person = openPerson(contact!.id, contact!.sealed!)
  const language = contact!.language === 'en' ? 'en' : 'vi'
  const address = invitationAddress(invitation)
  const template = channel === 'email' ? 'email' : 'text'
  const { expiresAt } = invitation
  const facts = {
    kind,
    channel: template,
    texts,
    wave,
    expiresAt,
    unit,
    person,
    language,
    ...address,
  } as const
  const words = writeMessage(facts)
  if (channel === 'webhook') {
    const access = await findWebhook()
    if (!access) return { status: 'later', code: 'no-webhook' }
    const { WEBHOOK_INSIDE: mayBeInside } = env()
    return postWebhook(access, { id, to: person.phone, text: words.body, language }, { mayBeInside, signal })
  }
  const access = await findSmtp()
  if (!access) return { status: 'later', code: 'no-mail-server' }
  const optOutUrl = `${publicAddress()}/o/${optOutCode(contact!.id)}`
  const privacy = `${publicAddress()}/privacy#${contactCode(contact!.id)}`
  const text = withFooter(words.body, language, { optOut: optOutUrl, privacy })
  const html = htmlOfText(text, language)
  const messageId = `<${id}@${new URL(publicAddress()).hostname}>`
  return sendMail(
    access,
    {
      to: person.email,
      subject: words.subject,
      text,
      html,
      messageId,
      optOutUrl,
      wantsReport: tellsNothing(kind),
    },
    signal,
  )
}

function addressOf({ contact, channel }: MessageToSend) {
  const isMail = channel === 'email'
  return {
    contactId: contact!.id,
    channel: isMail ? ('email' as const) : ('phone' as const),
    addressKey: (isMail ? contact!.emailKey : contact!.phoneKey)!,
  }
}
