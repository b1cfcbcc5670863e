// A real mail server that keeps what it is given, and can be told to refuse, to put off or to hang.
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

type Verdict = 'take' | 'refuse' | 'later' | 'hang'

export type MailSink = {
  /** smtp://… with a sender: what SMTP_URL takes. */
  url: string
  mails: (ParsedMail & { recipients: string[] })[]
  /** What happens to a recipient from now on. */
  judge(verdict: (address: string) => Verdict): void
  /** Runs after a mail was taken and before the client is told so. */
  onTaken(act: () => Promise<void>): void
  close(): Promise<void>
}

const sender = 'Huyện Ninh Phước <thuoc-do@example.vn>'

export async function openMailSink(): Promise<MailSink> {
  const mails: MailSink['mails'] = []
  let judge: (address: string) => Verdict = () => 'take'
  let onTaken = async () => {}
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const verdict = judge(address)
      if (verdict === 'hang') return
      if (verdict === 'take') return done()
      const [responseCode, text] =
        verdict === 'refuse' ? [550, `5.1.1 <${address}> is not here`] : [451, `4.7.1 <${address}> later`]
      done(Object.assign(new Error(text), { responseCode }))
    },
    onData(stream, session, done) {
      simpleParser(stream)
        .then(async (mail) => {
          mails.push(
            Object.assign(mail, { recipients: session.envelope.rcptTo.map(({ address }) => address) }),
          )
          await onTaken()
          done()
        })
        .catch(done)
    },
  })
  server.on('error', () => {}) // a client that goes away in the middle of a sentence
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}?security=none&from=${encodeURIComponent(sender)}`,
    mails,
    judge(verdict) {
      judge = verdict
    },
    onTaken(act) {
      onTaken = act
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
