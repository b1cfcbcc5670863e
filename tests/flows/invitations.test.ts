// What officers do around invitations: words, planning, letters, the list for telephones, bounces; and how a person gets out.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exactly } from '#lib/count-range'
import { database } from '#lib/db/client'
import { insertMailing } from '#lib/db/mailings'
import { settle } from '#lib/env'
import { exportInvitations } from '#lib/flows/export-invitations'
import { loadInvitations } from '#lib/flows/load-invitations'
import { loadLetters } from '#lib/flows/load-letters'
import { loadMailSettings } from '#lib/flows/load-mail-settings'
import { loadMessageWords } from '#lib/flows/load-message-words'
import { openBox } from '#lib/flows/open-box'
import { planMailing } from '#lib/flows/plan-mailing'
import { queueMessages } from '#lib/flows/queue-messages'
import { saveLateAlert } from '#lib/flows/save-late-alert'
import { saveSmtp } from '#lib/flows/save-mail-settings'
import { saveMessageWords } from '#lib/flows/save-message-words'
import { sendMessage } from '#lib/flows/send-message'
import { stopMessages } from '#lib/flows/stop-messages'
import { takeBounce } from '#lib/flows/take-bounce'
import { warnLateUnits } from '#lib/flows/warn-late-units'
import { optOutCode } from '#lib/messages/opt-out-code'
import { signedIn } from '../support/access-scene'
import { type MailSink, openMailSink } from '../support/mail-sink'
import { makeActor, makeUser } from '../support/make'
import { type Invited, makeInvitedWave, markUsed } from '../support/make-invited-wave'

const officer = makeActor({ role: 'district' })
const noon = new Date('2026-11-24T05:00:00Z')

let sink: MailSink
beforeEach(async () => {
  sink = await openMailSink()
  delete process.env.SMTP_URL
  settle({ SMTP_URL: sink.url, PUBLIC_URL: 'https://thuocdo.example.vn' })
})
afterEach(() => sink.close())

const reminder = { kind: 'reminder', channel: 'email', templateId: null, createdBy: 'test' } as const

async function sendAll(waveId: string): Promise<void> {
  const mailing = { kind: 'invitation', channel: 'email', templateId: null, createdBy: 'test' } as const
  await insertMailing({ waveId, ...mailing, plannedFor: noon })
  for (const { data } of await queueMessages(noon))
    await sendMessage({ unitId: data.unit!, id: data.message! }, { isLast: false, now: noon })
}

const report = (messageId: string, { action = 'failed', status = '5.1.1' } = {}) =>
  [
    'From: MAILER-DAEMON@mx.example.vn',
    'To: thuoc-do@example.vn',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I could not deliver it.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.vn',
    '',
    'Final-Recipient: rfc822; somebody@example.vn',
    `Action: ${action}`,
    `Status: ${status}`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}@thuocdo.example.vn>`,
    '--b--',
    '',
  ].join('\r\n')

describe('the words of a message', () => {
  const words = { subject: 'Mời trả lời', body: 'Kính gửi {name}: {link}' }
  const at = { kind: 'invitation', channel: 'email' } as const

  it('are those of the officer from the next planning on, and earlier ones stay', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 1 })
    const texts = { vi: words, en: { subject: 'Please answer', body: 'Dear {name}: {link}' } }
    await saveMessageWords(officer, { wave: wave.id, ...at, texts })
    expect(await loadMessageWords(officer, { wave: wave.id, ...at })).toMatchObject({
      isWritten: true,
      texts,
      preview: { vi: { subject: 'Mời trả lời', body: expect.stringContaining('Nguyễn Thị Mẫu: https://') } },
    })
    await planMailing(officer, { wave: wave.id, ...at, day: '2026-11-24', hour: '9' })
    await saveMessageWords(officer, {
      wave: wave.id,
      ...at,
      texts: { ...texts, vi: { ...words, subject: 'Lời khác' } },
    })
    for (const { data } of await queueMessages(noon))
      await sendMessage({ unitId: data.unit!, id: data.message! }, { isLast: false, now: noon })
    expect(sink.mails.map(({ subject }) => subject)).toEqual(invited.map(() => 'Mời trả lời'))
    const { pool } = database()
    await expect(pool.query(`update "MessageTemplate" set texts = '{}'`)).rejects.toThrow('refused')
  })

  it('are refused without their link, with the link in the subject, and with placeholders nobody knows', async () => {
    const { wave } = await makeInvitedWave({ people: 1 })
    const texts = {
      vi: { subject: 'Mở {link}', body: 'Không có đường dẫn' },
      en: { subject: 'Hello', body: '{link} {answer}' },
    }
    const problem = await saveMessageWords(officer, { wave: wave.id, ...at, texts }).catch((error) => error)
    const faults = problem.details.faults as { question: string; code: string }[]
    expect(faults.map(({ question, code }) => `${question} ${code}`)).toEqual([
      'vi.subject link_in_subject',
      'vi.body link_missing',
      'en.body unknown_placeholder',
    ])
  })
})

describe('planning', () => {
  it('is refused at night, after closing, twice, and without a mail server', async () => {
    const { wave } = await makeInvitedWave({ people: 1 })
    const mailing = { wave: wave.id, kind: 'invitation', channel: 'email' } as const
    const refusal = (more: object) =>
      planMailing(officer, { ...mailing, day: '2026-12-01', hour: '9', ...more }).catch(
        ({ code, details }) => details.faults?.[0].question ?? code,
      )
    expect(await refusal({ hour: '23' })).toBe('hour')
    expect(await refusal({ day: '2099-12-01' })).toBe('day')
    expect(await refusal({ channel: 'webhook' })).toBe('webhook_not_set')
    expect(await refusal({})).toBeUndefined()
    expect(await refusal({})).toBe('mailing_planned')
    expect(await refusal({ kind: 'reminder', hour: '10' })).toBe('day')
    expect(await refusal({ kind: 'reminder', day: '2026-12-02' })).toBeUndefined()
    expect(await refusal({ kind: 'last-call', day: '2026-12-02' })).toBe('day')
    delete process.env.SMTP_URL
    settle({})
    expect(await refusal({ kind: 'reminder' })).toBe('mail_not_set')
  })
})

describe('the page of the invitations', () => {
  it('counts by unit, shows addresses that do not work, and never who has answered', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 2 })
    const [gone, used] = invited as [Invited, Invited]
    await markUsed(used)
    sink.judge((address) => (address === gone.person.email ? 'refuse' : 'take'))
    await sendAll(wave.id)
    const page = await loadInvitations(officer, { wave: wave.id })
    const unit = page.units.find(({ unitId }) => unitId === gone.unitId)
    expect(unit).toMatchObject({ invited: 2, reached: 1, undeliverable: 1, issued: { from: 0, to: 2 } })
    expect(page.troubles).toMatchObject([
      { address: gone.person.email, name: gone.person.name, reason: '5.1.1' },
    ])
    expect(JSON.stringify(page)).not.toContain(used.person.email)
    expect(JSON.stringify(page)).not.toContain(used.contactId)
    expect(await database().prisma.auditEvent.count({ where: { action: 'load-invitations' } })).toBe(1)
  })
})

describe('reminders', () => {
  it('go to those who have not answered, are counted in steps, and are forgotten when the box is opened', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 8 })
    for (const one of invited.slice(0, 3)) await markUsed(one)
    await insertMailing({ ...reminder, waveId: wave.id, plannedFor: noon })
    for (const { data } of await queueMessages(noon))
      await sendMessage({ unitId: data.unit!, id: data.message! }, { isLast: false, now: noon })
    expect(sink.mails.flatMap(({ recipients }) => recipients).sort()).toEqual(
      invited
        .slice(3)
        .map(({ person }) => person.email)
        .sort(),
    )
    const before = await loadInvitations(officer, { wave: wave.id })
    expect(before.mailings[0]!.counts).toMatchObject({
      sent: { from: 10, to: 16 },
      skipped: { from: 0, to: 4 },
    })
    expect(before.units.map(({ reached }) => reached)).toEqual([0, 0])

    await database().prisma.wave.update({ where: { id: wave.id }, data: { closesAt: new Date() } })
    await openBox(officer, { wave: wave.id })
    expect(await database().prisma.message.count()).toBe(0)
    const after = await loadInvitations(officer, { wave: wave.id })
    expect(after.mailings[0]!.counts).toMatchObject(before.mailings[0]!.counts)
  })

  it('leave the page as it was when they are refused, fail or come back: it would name people who had not answered', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 8 })
    for (const one of invited.slice(0, 10)) await markUsed(one)
    const [gone, busy] = invited.slice(10) as [Invited, Invited]
    const before = await loadInvitations(officer, { wave: wave.id })
    await insertMailing({ ...reminder, waveId: wave.id, plannedFor: noon })
    sink.judge((address) =>
      address === gone.person.email ? 'refuse' : address === busy.person.email ? 'later' : 'take',
    )
    for (const { data } of await queueMessages(noon))
      await sendMessage({ unitId: data.unit!, id: data.message! }, { isLast: true, now: noon }).catch(
        () => {},
      )
    const source = report(sink.mails[0]!.messageId!.slice(1, 37))
    expect(await takeBounce(officer, { wave: wave.id, source })).toBe('kept-secret')
    const after = await loadInvitations(officer, { wave: wave.id })
    expect(after.troubles).toEqual([])
    expect(after.units).toEqual(before.units)
    const range = { from: 0, to: 4 }
    expect(after.mailings[0]!.counts).toMatchObject({ bounced: range, failed: range, planned: range })
    const states = await database().prisma.message.groupBy({ by: ['state'], _count: true })
    expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({
      bounced: 1,
      failed: 1,
      sent: 4,
    })
    const lines = await database().prisma.auditEvent.findMany({
      where: { action: { not: 'load-invitations' } },
    })
    expect(lines).toEqual([])
    expect(await database().prisma.undeliverableAddress.count()).toBe(0)
  })
})

describe('letters and the list for telephones', () => {
  it('have everybody, whether they have answered or not, and are written to the log', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 2 })
    await markUsed(invited[0]!)
    const { letters } = await loadLetters(officer, { wave: wave.id })
    expect(letters.map(({ link }) => link.split('#')[1]).sort()).toEqual(
      letters.map(({ code }) => code).sort(),
    )
    expect(letters).toHaveLength(4)
    for (const { person } of invited)
      expect(
        letters.some(
          ({ recipient, body }) => recipient[0]!.includes(person.name) && body.includes(person.name),
        ),
      ).toBe(true)
    const { batches, expected } = await exportInvitations(officer, { wave: wave.id })
    const [rows] = [...(batches as Iterable<string[][]>)]
    expect(expected).toBe(4)
    expect(rows!.map(([, phone]) => phone).sort()).toEqual(invited.map(({ person }) => person.phone).sort())
    expect(rows!.every(([, , , , text]) => /https:\/\/thuocdo\.example\.vn\/s\/\S+#/.test(text!))).toBe(true)
    const logged = await database().prisma.auditEvent.findMany({ where: { subject: wave.id } })
    expect(logged.map(({ action, details }) => [action, details])).toEqual([
      ['load-letters', { kind: 'invitation', people: 4 }],
      ['export-invitations', { kind: 'invitation', people: 4 }],
    ])
  })
})

describe('a mail that came back', () => {
  it('marks the address when it is refused for good, and only then', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 1 })
    await sendAll(wave.id)
    const id = sink.mails[0]!.messageId!.slice(1, 37)
    const owner = invited.find(({ person }) => person.email === sink.mails[0]!.recipients[0])!
    const take = (source: string) => takeBounce(officer, { wave: wave.id, source })
    expect(await take(report(id, { action: 'delayed', status: '4.4.1' }))).toBe('delayed')
    expect((await loadInvitations(officer, { wave: wave.id })).troubles).toEqual([])
    expect(await take(report(id))).toBe('marked')
    const { troubles, mailings } = await loadInvitations(officer, { wave: wave.id })
    expect(troubles).toMatchObject([{ contactId: owner.contactId, reason: '5.1.1' }])
    expect(mailings[0]!.counts).toMatchObject({ sent: exactly(1), bounced: exactly(1) })
    await expect(take(report('00000000-0000-4000-8000-000000000000'))).rejects.toThrow('bounce_unread')
    await expect(take('Xin chào')).rejects.toThrow('bounce_unread')
  })
})

describe('somebody who wants no messages', () => {
  it('gets none from that moment on, and only the right code does it', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 1 })
    const [out] = invited as [Invited]
    const code = optOutCode(out.contactId)
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    await expect(stopMessages(null, { code: wrong })).rejects.toThrow('opt_out_unknown')
    await stopMessages(null, { code })
    await stopMessages(null, { code })
    await sendAll(wave.id)
    expect(sink.mails.map(({ recipients }) => recipients[0])).not.toContain(out.person.email)
    expect(sink.mails).toHaveLength(1)
    expect(await database().prisma.auditEvent.count({ where: { action: 'stop-messages' } })).toBe(1)
  })
})

describe('units that are behind', () => {
  it('are told to the officers once a day shortly before closing, as coarse counts', async () => {
    const { wave, invited } = await makeInvitedWave({
      people: 10,
      closesAt: new Date('2026-11-26T05:00:00Z'),
    })
    const ofFirst = invited.filter(({ unitId }) => unitId === invited[0]!.unitId)
    for (const one of ofFirst.slice(0, 6)) await markUsed(one)
    await saveLateAlert(officer, { wave: wave.id, daysBefore: 3, recipients: 'a@huyen.vn, b@huyen.vn' })
    await warnLateUnits(new Date('2026-11-20T05:00:00Z'))
    expect(sink.mails).toEqual([])
    await warnLateUnits(noon)
    await warnLateUnits(noon)
    expect(sink.mails.flatMap(({ recipients }) => recipients)).toEqual(['a@huyen.vn', 'b@huyen.vn'])
    const units = await database().prisma.unit.findMany({
      where: { id: { in: wave.units.map((unit) => unit.unitId) } },
    })
    for (const { id, name } of units)
      expect(sink.mails[0]!.text!.includes(`${name}: 0–4 / 10`)).toBe(id !== invited[0]!.unitId)
  })
})

describe('the mail server of the administrator', () => {
  it('is kept with its password sealed, which never comes back', async () => {
    delete process.env.SMTP_URL
    settle({})
    await makeInvitedWave({ people: 1 }) // makes the keys
    const admin = await signedIn(await makeUser({ role: 'admin' }))
    const smtp = {
      host: 'mail.huyen.vn',
      port: 587,
      security: 'starttls',
      user: 'thuocdo',
      from: 'Huyện <a@huyen.vn>',
    } as const
    await saveSmtp(admin, { ...smtp, password: 'mật khẩu của thư' })
    await saveSmtp(admin, { ...smtp, port: 465, security: 'tls', password: '' })
    const settings = await loadMailSettings(admin)
    expect(settings).toMatchObject({ smtp: { port: 465, security: 'tls' }, hasPassword: true })
    expect(JSON.stringify(settings)).not.toContain('mật khẩu')
    const { rows } = await database().pool.query(`select string_agg(s::text, '') as all from "Setting" s`)
    expect(rows[0].all).not.toContain('mật khẩu')
    await saveSmtp(admin, { ...smtp, host: 'elsewhere.vn', password: '' })
    expect((await loadMailSettings(admin)).hasPassword).toBe(false)
  })
})
