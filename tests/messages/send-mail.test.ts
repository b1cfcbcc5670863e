// One mail against servers that are having a bad day: real sockets, every word of the protocol. What is refused for good and what
// is tried again decides whether somebody's address is marked, so the line between them is drawn here.
import { afterEach, describe, expect, it } from 'vitest'
import { sendMail } from '#lib/messages/send-mail'
import { type SmtpAccess, smtpOfUrl } from '#lib/messages/smtp-settings'
import {
  openStubbornServer,
  type Stage,
  type Stubbornness,
  type StubbornServer,
  stages,
} from '../support/stubborn-mail-server'

const mail = {
  to: 'dai-bieu@hoi-dong.example.vn',
  subject: 'Mời trả lời',
  text: 'Xin mời',
  html: '<p>Xin mời</p>',
  messageId: '<1@thuocdo.example.vn>',
}
let server: StubbornServer
afterEach(() => server.close())

async function send(at: Stage, instead: Stubbornness, more: Partial<SmtpAccess> = {}) {
  server = await openStubbornServer(at, instead)
  const needs: Partial<SmtpAccess> =
    at === 'STARTTLS' ? { security: 'starttls' } : at === 'AUTH' ? { user: 'thuoc-do', password: 'x' } : {}
  const outcome = await sendMail(
    { ...smtpOfUrl(server.url), ...needs, ...more },
    mail,
    AbortSignal.timeout(15_000),
  )
  expect(server.reached()).toBeGreaterThan(at === 'STARTTLS' && instead === 'hang' ? -1 : 0)
  return { ...outcome, taken: server.taken() }
}

describe('a mail server', () => {
  it.each(stages)(
    'that falls silent at %s is given up when its time is over, and the mail is tried again',
    async (at) => {
      server = await openStubbornServer(at, 'hang')
      const security = at === 'STARTTLS' ? 'starttls' : 'none'
      const account = at === 'AUTH' ? { user: 'thuoc-do', password: 'x' } : {}
      const access = { ...smtpOfUrl(server.url), security, ...account } as const
      const time = new AbortController()
      const sending = sendMail(access, mail, time.signal)
      while (server.reached() === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      time.abort()
      expect(await sending).toEqual({ status: 'later', code: 'cut' })
      expect(server.taken()).toBe(0)
    },
  )

  it.each(stages)('that cuts the line at %s has not taken the mail: it is tried again', async (at) => {
    expect(await send(at, 'drop')).toMatchObject({ status: 'later', taken: 0 })
  })

  it.each([
    ['greeting', '421 4.3.2 busy', 'later'],
    ['greeting', '554 5.7.1 go away', 'later'],
    ['AUTH', '535 5.7.8 wrong password', 'later'],
    ['MAIL', '451 4.7.1 later', 'later'],
    ['MAIL', '550 5.7.1 this sender may not', 'later'],
    ['RCPT', '450 4.2.0 greylisted', 'later'],
    ['RCPT', '452 4.2.2 mailbox full', 'later'],
    ['RCPT', '550 5.1.1 <dai-bieu@hoi-dong.example.vn> is not here', 'refused'],
    ['RCPT', '552 5.2.2 mailbox full for good', 'refused'],
    ['DATA', '451 4.3.0 later', 'later'],
    ['DATA', '554 5.7.1 no', 'later'],
    ['content', '452 4.3.1 no room', 'later'],
    ['content', '554 5.6.0 looks like spam', 'later'],
  ] as const)('that says at %s “%s”: %s', async (at, said, status) => {
    const [, code] = said.split(' ')
    expect(await send(at, said)).toEqual({ status, code, taken: 0 })
  })

  it('that offers no encryption gets no mail where encryption is asked for, and no password', async () => {
    const account = { user: 'thuoc-do', password: 'bí mật' }
    expect(await send('STARTTLS', '454 4.7.0 TLS not available', account)).toMatchObject({
      status: 'later',
      taken: 0,
    })
    await server.close()
    server = await openStubbornServer('EHLO', '250 mx.example.vn')
    const access = { ...smtpOfUrl(server.url), ...account, security: 'starttls' } as const
    expect(await sendMail(access, mail)).toMatchObject({ status: 'later' })
    const plain = { ...access, security: 'tls' } as const
    expect(await sendMail(plain, mail, AbortSignal.timeout(2000))).toMatchObject({ status: 'later' })
    expect(server.taken()).toBe(0)
  })

  it('that is not there is tried again', async () => {
    server = await openStubbornServer('greeting', 'drop')
    const access = smtpOfUrl(server.url)
    await server.close()
    expect(await sendMail(access, mail)).toMatchObject({ status: 'later', code: 'ESOCKET' })
  })

  it('that takes everything has it once', async () => {
    expect(await send('content', '250 2.0.0 queued')).toEqual({ status: 'sent', taken: 0 })
  })
})
