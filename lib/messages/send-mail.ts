// One e-mail to one person over SMTP, and what became of it in three words. What the server says is cut down to its code:
// servers repeat addresses in their sentences, and ours are kept for weeks.
import { createTransport } from 'nodemailer'
import type { SmtpAccess } from '#lib/messages/smtp-settings'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** Stable for a message, so that a server or a reader can tell a second copy after a crash. */
  messageId: string
  /** Where mail programs can end further messages with one POST (RFC 8058). */
  optOutUrl?: string
  /** False: servers that can be asked (RFC 3461) are to send no report when it cannot be delivered. */
  wantsReport?: boolean
}

export type MailOutcome =
  | { status: 'sent' }
  /** The server knows that this address takes no mail (5xx to the recipient): trying again is useless. */
  | { status: 'refused'; code: string }
  /** Everything else: busy, hanging, wrong password, refused sender. Try again later. */
  | { status: 'later'; code: string }

const patienceMs = 20_000

/** Never throws for what a mail server does. */
export async function sendMail(access: SmtpAccess, mail: Mail, signal?: AbortSignal): Promise<MailOutcome> {
  const transport = createTransport({
    host: access.host,
    port: access.port,
    secure: access.security === 'tls',
    requireTLS: access.security === 'starttls',
    ignoreTLS: access.security === 'none',
    ...(access.user ? { auth: { user: access.user, pass: access.password } } : {}),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let onAbort = () => {}
  const cut = new Promise<never>((_, reject) => {
    onAbort = () => reject(Object.assign(new Error('cut'), { code: 'cut' }))
  })
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const sending = transport.sendMail({
      from: access.from,
      ...(access.replyTo ? { replyTo: access.replyTo } : {}),
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      ...(mail.wantsReport === false ? { dsn: { notify: 'never' } } : {}),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(mail.optOutUrl ? optOutHeaders(mail.optOutUrl) : {}),
      },
    })
    await Promise.race([sending, cut]) // closing a transport does not end what is under way: its socket does, in time
    return { status: 'sent' }
  } catch (error) {
    return outcomeOf(error as SmtpError)
  } finally {
    signal?.removeEventListener('abort', onAbort)
    transport.close()
  }
}

const optOutHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number }

/** Only a lasting refusal of the recipient is one of the address; a refused sender or password is our own trouble. */
function outcomeOf({ code = 'unknown', command, response = '', responseCode }: SmtpError): MailOutcome {
  const enhanced = response.match(/\b[245]\.\d{1,3}\.\d{1,3}\b/)?.[0]
  const said = enhanced ?? (responseCode ? String(responseCode) : code)
  const isLasting = responseCode !== undefined && responseCode >= 500
  return { status: isLasting && command === 'RCPT TO' ? 'refused' : 'later', code: said }
}
