// An administrator tries the mail server with a mail to one address; what the server says comes back as its code.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findSmtp } from '#lib/flows/find-message-access'
import { htmlOfText } from '#lib/messages/html-of-text'
import { publicAddress } from '#lib/messages/invitation-address'
import { sendMail } from '#lib/messages/send-mail'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  to: z.email({
    error: JSON.stringify({ vi: 'Hãy nhập một địa chỉ thư.', en: 'Enter an e-mail address.' }),
  }),
})

/** Throws mailNotSet, and messageNotTaken with the server's code. */
export async function sendTestMail(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  allow(actor, 'mail.manage')
  const { to } = requireShape(shape, input)
  const smtp = await findSmtp()
  if (!smtp) throw problems.mailNotSet({})
  const text = `Thư thử của Thước Đo: máy chủ thư hoạt động.\n\nA trial mail of Thước Đo: the mail server works.\n\n${publicAddress()}`
  const messageId = `<${randomUUID()}@${new URL(publicAddress()).hostname}>`
  const outcome = await sendMail(smtp, {
    to,
    subject: 'Thước Đo: thư thử',
    text,
    html: htmlOfText(text, 'vi'),
    messageId,
  })
  if (outcome.status !== 'sent') throw problems.messageNotTaken({ code: outcome.code })
}
