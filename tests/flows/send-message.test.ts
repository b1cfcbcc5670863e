// The whole way of messages on the real database, with a real mail server: planned, queued, sent, refused, put off.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { endFinishedMailings, insertMailing, listMailings } from '#lib/db/mailings'
import { listUndeliverable } from '#lib/db/undeliverable-addresses'
import { settle } from '#lib/env'
import { queueMessages } from '#lib/flows/queue-messages'
import { sendMessage } from '#lib/flows/send-message'
import { contactOfOptOutCode } from '#lib/messages/opt-out-code'
import type { MessageKind } from '#lib/messages/template'
import { type MailSink, openMailSink } from '../support/mail-sink'
import { type Invited, makeInvitedWave, markUsed } from '../support/make-invited-wave'

const noon = new Date('2026-11-24T05:00:00Z') // twelve in Viet Nam, a Tuesday
const nextNoon = new Date('2026-11-25T05:00:00Z')
const night = new Date('2026-11-24T16:00:00Z') // eleven at night

let sink: MailSink
beforeEach(async () => {
  sink = await openMailSink()
  delete process.env.SMTP_URL
  settle({ SMTP_URL: sink.url, PUBLIC_URL: 'https://thuocdo.example.vn' })
})
afterEach(() => sink.close())

const plan = (waveId: string, kind: MessageKind, plannedFor = noon) =>
  insertMailing({ waveId, kind, channel: 'email', templateId: null, plannedFor, createdBy: 'test' })

/** One run of the lanes at a moment; the codes of what has to be tried again. */
async function run(now: Date, { isLast = false } = {}): Promise<string[]> {
  const later: string[] = []
  for (const { data } of await queueMessages(now))
    await sendMessage({ unitId: data.unit!, id: data.message! }, { isLast, now }).catch((problem) => {
      later.push(problem.details.code)
    })
  await endFinishedMailings(now, dayInVietNam(now))
  return later
}
const states = async (waveId: string) =>
  (await listMailings(waveId)).map(({ status, counts }) => ({ status, ...counts }))
const reached = () => sink.mails.flatMap(({ recipients }) => recipients).sort()
const addresses = (people: Invited[]) => people.map(({ person }) => person.email).sort()

describe('an invitation by e-mail', () => {
  it('reaches everybody once, in their language, with the link, the typed code and a way out', async () => {
    const { wave, invited } = await makeInvitedWave({ people: 2, languages: ['vi', 'en'] })
    await plan(wave.id, 'invitation')
    await run(noon)
    await run(nextNoon)
    expect(reached()).toEqual(addresses(invited))
    for (const { person, code, unitId, contactId } of invited) {
      const mail = sink.mails.find(({ recipients }) => recipients[0] === person.email)!
      const grouped = code.replace(/(.{4})(?=.)/g, '$1-')
      const link = `https://thuocdo.example.vn/s/${wave.id}?u=${unitId}#${grouped}`
      expect(mail.text).toContain(link)
      expect(mail.html).toContain(link.replaceAll('&', '&amp;'))
      expect(mail.text).toContain(person.name)
      const headers = mail.headerLines.map(({ line }) => line).join('\n')
      expect(headers).toMatch(/^List-Unsubscribe:\s+<https:\/\/thuocdo\.example\.vn\/o\/[\w-]+>$/m)
      expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
      expect(contactOfOptOutCode(mail.text!.match(/\/o\/([\w-]+)/)![1]!)).toBe(contactId)
      expect(mail.subject).not.toContain(grouped)
    }
    const languages = sink.mails.map(({ html }) => (html as string).match(/lang="(\w+)"/)![1]).sort()
    expect(languages).toEqual(['en', 'en', 'vi', 'vi'])
    expect(await states(wave.id)).toMatchObject([{ status: 'done', sent: 4, planned: 0 }])
  })

  it('leaves no name, address, code or word of a message in any table', async () => {
    const { wave, invited } = await makeInvitedWave()
    sink.judge((address) => (address === invited[0]!.person.email ? 'refuse' : 'take'))
    await plan(wave.id, 'invitation')
    await run(noon)
    const { pool } = database()
    const { rows } = await pool.query<{ table: string }>(
      `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname in ('public', 'pgboss')`,
    )
    let everything = ''
    for (const { table } of rows)
      everything += (await pool.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${table} t`))
        .rows[0].all
    expect(everything).toContain(wave.id)
    for (const { person, code } of invited)
      for (const secret of [person.name, person.email, person.phone, code, code.slice(0, 8)])
        expect(everything.toLowerCase()).not.toContain(secret.toLowerCase())
    expect(everything).not.toContain('Kính gửi')
  })

  it('says until when the invitation can be used, which may be before the wave closes', async () => {
    const { wave } = await makeInvitedWave({ people: 1 })
    await database().prisma.invitation.updateMany({ data: { expiresAt: new Date('2026-12-05T16:59:00Z') } })
    await plan(wave.id, 'invitation')
    await run(noon)
    expect(sink.mails).toHaveLength(2)
    for (const { text } of sink.mails) {
      expect(text).toContain('23:59 5 tháng 12, 2026')
      expect(text).not.toContain('2099')
    }
  })

  it('waits for the morning', async () => {
    const { wave } = await makeInvitedWave()
    await plan(wave.id, 'invitation')
    await run(night)
    expect(sink.mails).toEqual([])
    expect(await states(wave.id)).toMatchObject([{ status: 'planned' }])
    await run(nextNoon)
    expect(await states(wave.id)).toMatchObject([{ status: 'done', sent: 4 }])
  })

  it('stops when the wave closes, even for what was queued', async () => {
    const { wave } = await makeInvitedWave({ closesAt: new Date('2026-11-25T03:00:00Z') })
    await plan(wave.id, 'invitation')
    const jobs = await queueMessages(noon)
    for (const { data } of jobs)
      await sendMessage({ unitId: data.unit!, id: data.message! }, { isLast: false, now: nextNoon })
    await queueMessages(nextNoon)
    expect(sink.mails).toEqual([])
    expect(await states(wave.id)).toMatchObject([{ status: 'done', skipped: 4 }])
  })

  it('keeps the limit a minute and a day of the mail server', async () => {
    delete process.env.SMTP_URL
    settle({ SMTP_URL: `${sink.url}&perMinute=3&perDay=4` })
    const { wave } = await makeInvitedWave({ people: 3 })
    await plan(wave.id, 'invitation')
    await run(noon)
    expect(sink.mails).toHaveLength(3)
    await run(noon)
    await run(noon)
    expect(sink.mails).toHaveLength(4)
    await run(nextNoon)
    expect(sink.mails).toHaveLength(6)
  })
})

describe('a refused recipient', () => {
  it('is a bounce: the address is shown for correction and written to no more, until it is corrected', async () => {
    const { wave, invited } = await makeInvitedWave()
    const [gone] = invited as [Invited]
    sink.judge((address) => (address === gone.person.email ? 'refuse' : 'take'))
    await plan(wave.id, 'invitation')
    expect(await run(noon)).toEqual([])
    expect(await states(wave.id)).toMatchObject([{ status: 'done', sent: 3, bounced: 1 }])
    expect(await listUndeliverable(wave.id)).toMatchObject([{ contactId: gone.contactId, reason: '5.1.1' }])
    sink.judge(() => 'take')
    await plan(wave.id, 'last-call', nextNoon)
    await run(nextNoon)
    expect((await states(wave.id))[0]).toMatchObject({ sent: 3, skipped: 1 })
    await database().prisma.contact.update({ where: { id: gone.contactId }, data: { emailKey: 'another' } })
    expect(await listUndeliverable(wave.id)).toEqual([])
  })

  it('for now is tried again, and fails for good only after the last try', async () => {
    const { wave } = await makeInvitedWave({ people: 1, units: undefined })
    sink.judge(() => 'later')
    await plan(wave.id, 'invitation')
    const jobs = await queueMessages(noon)
    const message = { unitId: jobs[0]!.data.unit!, id: jobs[0]!.data.message! }
    const trying = (isLast: boolean) => sendMessage(message, { isLast, now: noon })
    await expect(trying(false)).rejects.toThrow('4.7.1')
    expect(await states(wave.id)).toMatchObject([{ planned: 2, failed: 0 }])
    await expect(trying(true)).rejects.toThrow('message_not_taken')
    expect(await states(wave.id)).toMatchObject([{ planned: 1, failed: 1 }])
    sink.judge(() => 'take')
    await trying(false) // an administrator has the dead letter tried again
    expect(sink.mails).toHaveLength(1)
  })
})

describe('a crash between the yes of the mail server and our note of it', () => {
  it('sends again with the same Message-ID, so that the second can be told', async () => {
    const { wave } = await makeInvitedWave({ people: 1 })
    await plan(wave.id, 'invitation')
    const [job] = await queueMessages(noon)
    const message = { unitId: job!.data.unit!, id: job!.data.message! }
    sink.onTaken(async () => {
      // the note cannot be written any more: the database is away for us
      await database().pool.query(
        `alter table "Message" add constraint no_note check (state = 'planned') not valid`,
      )
    })
    await expect(sendMessage(message, { isLast: false, now: noon })).rejects.toThrow()
    sink.onTaken(async () => {})
    await database().pool.query(`alter table "Message" drop constraint no_note`)
    await sendMessage(message, { isLast: false, now: noon })
    await sendMessage(message, { isLast: false, now: noon })
    expect(sink.mails).toHaveLength(2)
    expect(new Set(sink.mails.map(({ messageId }) => messageId))).toEqual(
      new Set([`<${message.id}@thuocdo.example.vn>`]),
    )
  })
})

describe('a reminder', () => {
  it('goes only to people whose invitation is unused, also when it was used a moment ago', async () => {
    const { wave, invited } = await makeInvitedWave()
    const [early, justNow, ...others] = invited as [Invited, Invited, ...Invited[]]
    await markUsed(early)
    await plan(wave.id, 'reminder')
    const jobs = await queueMessages(noon)
    await markUsed(justNow)
    for (const { data } of jobs)
      await sendMessage({ unitId: data.unit!, id: data.message! }, { isLast: false, now: noon })
    expect(reached()).toEqual(addresses(others))
  })

  it('is never the second message of a day, whoever planned it', async () => {
    const { wave, invited } = await makeInvitedWave()
    await plan(wave.id, 'invitation')
    await plan(wave.id, 'reminder')
    await plan(wave.id, 'last-call')
    await run(noon)
    await run(noon)
    expect(reached()).toEqual(addresses(invited))
    await run(nextNoon)
    await run(nextNoon)
    expect(sink.mails).toHaveLength(8)
  })

  it('is never the second message of a day when two lanes race', async () => {
    const { wave } = await makeInvitedWave({ people: 1 })
    await plan(wave.id, 'invitation')
    await plan(wave.id, 'last-call')
    await queueMessages(noon) // fills both and hands over one a person
    const { rows: all } = await database().pool.query<{ unitId: string; id: string }>(
      `select "unitId", id from "Message"`,
    )
    expect(all).toHaveLength(4)
    await Promise.all(all.map((message) => sendMessage(message, { isLast: false, now: noon })))
    expect(sink.mails).toHaveLength(2)
  })

  it('does not go to people who want no messages or were erased', async () => {
    const { wave, invited } = await makeInvitedWave()
    const [out, erased, ...others] = invited as [Invited, Invited, ...Invited[]]
    const { contact } = database().prisma
    await contact.update({ where: { id: out.contactId }, data: { optedOutAt: noon } })
    await contact.update({
      where: { id: erased.contactId },
      data: { erasedAt: noon, sealed: null, nameKey: null, emailKey: null, phoneKey: null },
    })
    await plan(wave.id, 'invitation')
    await run(noon)
    expect(reached()).toEqual(addresses(others))
    expect(await states(wave.id)).toMatchObject([{ sent: 2, skipped: 2 }])
  })
})
