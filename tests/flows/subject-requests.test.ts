// Requests of people about their own data: deadlines, what stops at once, what is done, and what is left.
import { describe, expect, it } from 'vitest'
import { contactCode } from '#lib/contacts/contact-code'
import { database } from '#lib/db/client'
import { createSubjectRequest } from '#lib/flows/create-subject-request'
import { findOwnData } from '#lib/flows/find-own-data'
import { listSubjectRequests } from '#lib/flows/list-subject-requests'
import { loadContact } from '#lib/flows/load-contact'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { loadSubjectRequest } from '#lib/flows/load-subject-request'
import { savePrivacySettings } from '#lib/flows/save-privacy-settings'
import { sendSubjectRequest } from '#lib/flows/send-subject-request'
import { settleSubjectRequest } from '#lib/flows/settle-subject-request'
import { fixClock } from '../support/fix-clock'
import { makeActor, makeUnit } from '../support/make'
import { makeContact, makeContactList } from '../support/make-contacts'

const admin = makeActor({ role: 'admin' })
const throwsCode = (run: Promise<unknown>, code: string) => expect(run).rejects.toMatchObject({ code })
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

async function makePerson(basis = 'duty') {
  const [unit, list] = [await makeUnit(), await makeContactList({ basis })]
  const consent =
    basis === 'consent' ? { text: 'Tôi đồng ý.', version: 'x', at: '2026-01-01', by: 'a' } : undefined
  return makeContact({
    listId: list.id,
    unitId: unit.id,
    name: 'Đàng Thị Mai',
    email: 'mai@example.org',
    consent,
  })
}
const setDays = (holidays: string) =>
  savePrivacySettings(admin, {
    name: 'Văn phòng',
    address: '',
    phone: '',
    email: '',
    answerWorkingDays: '2',
    stopDays: '15',
    fulfilDays: '10',
    extensionDays: '15',
    smallestGroup: '5',
    holidays,
  })

describe('the smallest group', () => {
  const save = (smallestGroup: string) =>
    savePrivacySettings(admin, {
      ...{ name: '', address: '', phone: '', email: '', holidays: '' },
      ...{ answerWorkingDays: '2', stopDays: '15', fulfilDays: '10', extensionDays: '15', smallestGroup },
    })

  it('can be raised by an administrator and never lowered below what the program asks for', async () => {
    for (const wrong of ['4', '0', '-7', '5.5', '101', ''])
      await expect(save(wrong)).rejects.toMatchObject({
        details: { faults: [expect.objectContaining({ question: 'smallestGroup' })] },
      })
    expect((await loadPrivacySettings(null)).smallestGroup).toBe(5)
    await save('8')
    expect((await loadPrivacySettings(null)).smallestGroup).toBe(8)
  })
})

describe('a request through the link of a mail', () => {
  it('gets its days from the settings, holidays and week-ends aside, and is made once', async () => {
    fixClock(new Date('2026-12-31T09:00:00+07:00')) // a Thursday
    await setDays('2027-01-01')
    const { id } = await makePerson()
    const sent = await sendSubjectRequest(null, {
      code: contactCode(id),
      kind: 'erasure',
      note: 'Số cũ 0912345678',
    })
    expect([dayOf(sent.answerBy), dayOf(sent.doneBy)]).toEqual(['2027-01-05', '2027-01-10'])
    await sendSubjectRequest(null, { code: contactCode(id), kind: 'erasure' })
    expect(await database().prisma.subjectRequest.count()).toBe(1)
    const stored = JSON.stringify([
      await database().prisma.subjectRequest.findMany(),
      (await database().prisma.auditEvent.findMany()).map((one) => ({ ...one, id: '' })),
    ])
    expect(stored).not.toContain('0912345678')
    expect(stored).not.toContain('Mai')
  })

  it('to stop takes effect at once', async () => {
    const { id } = await makePerson()
    await sendSubjectRequest(null, { code: contactCode(id), kind: 'objection' })
    expect((await loadContact(admin, { id })).contact.optedOutAt).not.toBeNull()
    expect((await findOwnData(null, { code: contactCode(id) })).optedOutOn).not.toBeNull()
  })

  it('with a code that nobody has made reaches nobody', async () => {
    const { id } = await makePerson()
    const code = contactCode(id)
    for (const wrong of ['', 'x', `${code}x`, code.slice(0, 22) + 'A'.repeat(16)]) {
      await throwsCode(findOwnData(null, { code: wrong }), 'contact_code_unknown')
      await throwsCode(sendSubjectRequest(null, { code: wrong, kind: 'erasure' }), 'contact_code_unknown')
    }
  })
})

describe('the queue', () => {
  it('puts the most pressing first and tells what is due and overdue', async () => {
    fixClock(new Date('2026-11-23T09:00:00+07:00'))
    const late = await makePerson()
    const ask = { kind: 'access', channel: 'phone' } as const
    const first = await createSubjectRequest(admin, { contact: late.id, ...ask })
    fixClock(new Date('2026-11-26T09:00:00+07:00'))
    const second = await createSubjectRequest(admin, { contact: (await makePerson()).id, ...ask })
    const lines = await listSubjectRequests(admin)
    expect(lines.map(({ id, state, name }) => [id, state, name])).toEqual([
      [first.id, 'overdue', 'Đàng Thị Mai'],
      [second.id, 'open', 'Đàng Thị Mai'],
    ])
    await settleSubjectRequest(admin, { ...first, step: 'answer' })
    expect((await loadSubjectRequest(admin, first)).state).toBe('open')
    await settleSubjectRequest(admin, { ...first, step: 'done' })
    expect((await listSubjectRequests(admin)).map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'open'],
      [first.id, 'closed'],
    ])
    await throwsCode(settleSubjectRequest(admin, { ...first, step: 'done' }), 'request_closed')
  })
})

describe('dealing with a request', () => {
  it('is extended once, with a reason, and refused only with one', async () => {
    fixClock(new Date('2026-11-23T09:00:00+07:00'))
    const { id: contact } = await makePerson()
    const request = await createSubjectRequest(admin, { contact, kind: 'erasure', channel: 'letter' })
    await throwsCode(settleSubjectRequest(admin, { ...request, step: 'extend' }), 'invalid_input')
    const reason = 'Cần xác minh với nơi lập danh sách.'
    await settleSubjectRequest(admin, { ...request, step: 'extend', reason })
    expect(dayOf((await loadSubjectRequest(admin, request)).doneBy)).toBe('2026-12-18')
    await throwsCode(settleSubjectRequest(admin, { ...request, step: 'extend', reason }), 'invalid_input')
    await throwsCode(settleSubjectRequest(admin, { ...request, step: 'refuse' }), 'invalid_input')
    await settleSubjectRequest(admin, { ...request, step: 'refuse', reason })
    expect(await loadSubjectRequest(admin, request)).toMatchObject({ outcome: 'refused', reason })
  })

  it('by erasing leaves a closed request without a word of the person', async () => {
    const { id: contact } = await makePerson()
    const asked = { contact, kind: 'erasure', channel: 'phone', note: 'Xin xóa giúp' } as const
    const request = await createSubjectRequest(admin, asked)
    await settleSubjectRequest(admin, { ...request, step: 'done' })
    expect(await loadSubjectRequest(admin, request)).toMatchObject({
      person: null,
      note: '',
      outcome: 'done',
    })
  })

  it('of a withdrawal erases where consent was the only ground, and only stops where it was not', async () => {
    for (const [basis, isErased] of [
      ['consent', true],
      ['duty', false],
    ] as const) {
      const { id: contact } = await makePerson(basis)
      const request = await createSubjectRequest(admin, { contact, kind: 'withdrawal', channel: 'phone' })
      await settleSubjectRequest(admin, { ...request, step: 'done' })
      const row = await database().prisma.contact.findUniqueOrThrow({ where: { id: contact } })
      expect([row.erasedAt !== null, row.optedOutAt !== null]).toEqual([isErased, true])
    }
  })
})
