// A changed CONTACT_KEY: everything sealed is sealed anew, also when the work is broken off in between, and the start notices keys
// that do not fit. Real database; the keys of this process are changed and put back.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBallotKey } from '#lib/ballots/sealed-ballot-key'
import { contactCode, contactOfCode } from '#lib/contacts/contact-code'
import { foldEmail } from '#lib/contacts/normalise-email'
import { openPerson, sealPerson } from '#lib/contacts/sealed-contact'
import { database } from '#lib/db/client'
import { findAlert, saveAlert } from '#lib/db/late-unit-alerts'
import { settle } from '#lib/env'
import { checkKeys } from '#lib/flows/check-keys'
import { findSmtp, sealSecret } from '#lib/flows/find-message-access'
import { notePurpose } from '#lib/flows/record-subject-request'
import { resealFields } from '#lib/flows/reseal-fields'
import { secretPurpose, takeCode } from '#lib/flows/take-code'
import { makeLedgerKey } from '#lib/ledger/signing-key'
import { contactOfOptOutCode, optOutCode } from '#lib/messages/opt-out-code'
import { recoveryHash } from '#lib/recovery-codes'
import {
  isSealedWithCurrentKey,
  keyedHash,
  makeSecretKey,
  openText,
  SealedFieldError,
  seal,
} from '#lib/secrecy/sealed-field'
import { makeUnit, makeUser } from '../support/make'
import { makeBallotWave } from '../support/make-ballot-wave'
import { makeContact, makeContactList } from '../support/make-contacts'

const [old, fresh] = [makeSecretKey(), makeSecretKey()]
const before = { ...process.env }
function use(keys: Partial<Record<'CONTACT_KEY' | 'INVITATION_KEY' | 'LEDGER_KEY', string>>) {
  Object.assign(process.env, keys)
  settle({})
}

beforeEach(() => use({ CONTACT_KEY: old, INVITATION_KEY: makeSecretKey(), LEDGER_KEY: makeLedgerKey() }))
afterEach(() => {
  for (const name of ['CONTACT_KEY', 'INVITATION_KEY', 'LEDGER_KEY'] as const) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  settle({})
})

const email = 'mai@example.vn'

/** One of everything that is sealed, under the key of now; two contacts. */
async function sealEverything() {
  const { prisma } = database()
  const [unit, list, user] = [await makeUnit(), await makeContactList(), await makeUser({ role: 'district' })]
  const contact = await makeContact({ listId: list.id, unitId: unit.id, name: 'Đàng Thị Mai', email })
  await makeContact({ listId: list.id, unitId: unit.id, name: 'Lê An' })
  const { emailKey } = contact
  await prisma.undeliverableAddress.create({
    data: {
      contactId: contact.id,
      channel: 'email',
      addressKey: emailKey!,
      reason: 'x',
      notedOn: new Date(),
    },
  })
  await prisma.authenticator.create({
    data: { userId: user.id, secret: seal(secretPurpose, user.id, 'ABCDEF'), confirmedAt: new Date() },
  })
  await prisma.recoveryCode.create({
    data: { userId: user.id, hash: recoveryHash(user.id, 'hm3k-x7rp-w2nc') },
  })
  await prisma.setting.create({
    data: {
      name: 'smtp',
      value: {
        host: 'mail.vn',
        port: 25,
        security: 'none',
        user: 'u',
        from: 'a@b.vn',
        sealed: sealSecret('smtp', 'secret'),
      },
    },
  })
  const { wave, groups } = await makeBallotWave({ people: 5, isPublished: false, strata: ['', 'tầng "x"'] })
  await saveAlert(wave.id, { daysBefore: 3, recipients: 'officer@b.vn' })
  return { contact, user, wave, groups }
}

const sumOf = (counts: Awaited<ReturnType<typeof resealFields>>, what: 'anew' | 'already' | 'unopened') =>
  Object.values(counts).reduce((sum, one) => sum + one[what], 0)

describe('after a change of CONTACT_KEY', () => {
  it('everything is sealed anew once, with the hashes that follow the key, and then opens without the old key', async () => {
    const { contact, user, wave, groups } = await sealEverything()
    const [shown, stop] = [contactCode(contact.id), optOutCode(contact.id)]
    use({ CONTACT_KEY: `${fresh},${old}` })
    const counts = await resealFields(null)
    const [contacts, keys] = [
      { anew: 2, already: 0, unopened: 0 },
      { anew: groups.length, already: 0, unopened: 0 },
    ]
    const one = { anew: 1, already: 0, unopened: 0 }
    expect(counts).toMatchObject({
      contact: contacts,
      ballotKey: keys,
      authenticator: one,
      alert: one,
      setting: one,
    })
    // codes that people hold work as long as the old key is named
    expect([contactOfCode(shown), contactOfOptOutCode(stop)]).toEqual([contact.id, contact.id])
    expect(await takeCode(user.id, 'HM3K x7rp w2nc')).toBe('recovery')

    use({ CONTACT_KEY: fresh })
    const { prisma } = database()
    const row = await prisma.contact.findUniqueOrThrow({ where: { id: contact.id } })
    expect(openPerson(row.id, row.sealed!).name).toBe('Đàng Thị Mai')
    expect(row.emailKey).toBe(keyedHash('contact.email', foldEmail(email)))
    expect((await prisma.undeliverableAddress.findFirstOrThrow()).addressKey).toBe(row.emailKey)
    const app = await prisma.authenticator.findFirstOrThrow()
    expect(openText(secretPurpose, user.id, app.secret)).toBe('ABCDEF')
    expect(await findSmtp()).toMatchObject({ password: 'secret' })
    expect(await findAlert(wave.id)).toMatchObject({ recipients: 'officer@b.vn' })
    for (const group of await prisma.ballotGroup.findMany({ where: { waveId: wave.id } }))
      expect(openBallotKey(group, group.privateKey!).length).toBeGreaterThan(1000)
    expect([contactOfCode(shown), contactOfOptOutCode(stop)]).toEqual([null, null])
    expect((await checkKeys(null)).lost).toEqual([])
  })

  it('a second run finds nothing to do, and one that was broken off goes on where it was', async () => {
    await sealEverything()
    const { prisma } = database()
    use({ CONTACT_KEY: `${fresh},${old}` })
    const first = await prisma.contact.findFirstOrThrow()
    const sealed = seal('contact', first.id, JSON.stringify(openPerson(first.id, first.sealed!)))
    await prisma.contact.update({ where: { id: first.id }, data: { sealed } })
    expect((await resealFields(null)).contact).toEqual({ anew: 1, already: 1, unopened: 0 })
    const again = await resealFields(null)
    expect([sumOf(again, 'anew'), sumOf(again, 'unopened')]).toEqual([0, 0])
    expect(again.contact.already).toBe(2)
  })

  it('more rows than fit into one reading are all sealed anew', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const people = Array.from({ length: 230 }, () => randomUUID()).map((id) => ({
      ...{ id, listId: list.id, unitId: unit.id },
      ...sealPerson(id, { name: id, title: '', email: '', phone: '', address: '' }),
    }))
    await database().prisma.contact.createMany({ data: people })
    use({ CONTACT_KEY: `${fresh},${old}` })
    expect((await resealFields(null)).contact).toEqual({ anew: 230, already: 0, unopened: 0 })
    const rows = await database().prisma.contact.findMany()
    expect(rows.every(({ sealed }) => isSealedWithCurrentKey(sealed!))).toBe(true)
  })

  it('what no key opens is counted and left as it is', async () => {
    await sealEverything()
    const { prisma } = database()
    const id = randomUUID()
    await prisma.subjectRequest.updateMany({ data: { sealedNote: seal(notePurpose, id, 'x') } })
    use({ CONTACT_KEY: fresh })
    const counts = await resealFields(null)
    expect([sumOf(counts, 'anew'), counts.contact.unopened]).toEqual([0, 2])
    const row = await prisma.contact.findFirstOrThrow()
    use({ CONTACT_KEY: old })
    expect(() => openPerson(row.id, row.sealed!)).not.toThrow(SealedFieldError)
  })
})

describe('the keys at the start', () => {
  const words = async () => {
    const { lost, changed } = await checkKeys(null)
    return { lost: lost.map(({ en }) => en.split(' ')[0]), changed: changed.length }
  }

  it('fit an empty database and their own', async () => {
    expect(await words()).toEqual({ lost: [], changed: 0 })
    await sealEverything()
    expect(await words()).toEqual({ lost: [], changed: 0 })
  })

  it('are named when the database was sealed or invited with others, with how many fields', async () => {
    const { groups } = await sealEverything()
    use({ CONTACT_KEY: fresh, INVITATION_KEY: makeSecretKey() })
    expect((await words()).lost).toEqual(['CONTACT_KEY', 'INVITATION_KEY'])
    expect((await checkKeys(null)).lost[0]!.vi).toContain(`không mở được ${5 + groups.length} mục`)
    use({ CONTACT_KEY: `${fresh},${old}` })
    expect((await words()).lost).toEqual(['INVITATION_KEY'])
  })

  it('may be new for the log, which is said with its fingerprint', async () => {
    await makeBallotWave()
    expect(await words()).toEqual({ lost: [], changed: 0 })
    use({ LEDGER_KEY: makeLedgerKey() })
    const { changed } = await checkKeys(null)
    expect(changed[0]!.en).toMatch(/fingerprint: ([0-9a-f]{4} ?){8}/)
  })
})
