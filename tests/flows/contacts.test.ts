// People of a list from the spreadsheet to the erasure: real flows on the real database.
import { describe, expect, it } from 'vitest'
import { contactCode } from '#lib/contacts/contact-code'
import { database } from '#lib/db/client'
import { csvExcel } from '#lib/exports/csv-excel'
import { changeContactList } from '#lib/flows/change-contact-list'
import { deleteExpiredContacts } from '#lib/flows/delete-expired-contacts'
import { drawContacts } from '#lib/flows/draw-contacts'
import { eraseContact } from '#lib/flows/erase-contact'
import { exportDraw } from '#lib/flows/export-draw'
import { findOwnData } from '#lib/flows/find-own-data'
import { importContacts } from '#lib/flows/import-contacts'
import { inviteDrawn } from '#lib/flows/invite-drawn'
import { loadContact } from '#lib/flows/load-contact'
import { loadContactList } from '#lib/flows/load-contact-list'
import { loadDraw } from '#lib/flows/load-draw'
import { optOutContact } from '#lib/flows/opt-out-contact'
import { saveContact } from '#lib/flows/save-contact'
import { makeActor, makeUnit, makeUser, makeWave } from '../support/make'
import { makeContact, makeContactList } from '../support/make-contacts'

const admin = makeActor({ role: 'admin' })
const throwsCode = (run: Promise<unknown>, code: string) => expect(run).rejects.toMatchObject({ code })
const file = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const rowsOf = (listId: string) => database().prisma.contact.findMany({ where: { listId } })

describe('an import', () => {
  it('is shown first, names every fault, and stores nothing half', async () => {
    const [unit, list] = [await makeUnit({ name: 'Xã Hòa Bình Thử' }), await makeContactList()]
    const bytes = file(
      'Họ và tên;Email;Điện thoại;Xã',
      'Đàng Thị Mai;mai@example.vn;0912345678;Hòa Bình Thử',
      'Lê Văn An;mai@example.vn;;Hòa Bình Thử',
      ';an@example.vn;123;Nơi Khác',
      'Dang Thi Mai;;;Hòa Bình Thử',
    )
    const input = { list: list.id, bytes, isTrial: true }
    const preview = await importContacts(admin, input)
    expect(preview).toMatchObject({
      good: 2,
      faultyRows: 2,
      stored: null,
      mapping: { name: 0, email: 1, phone: 2, unit: 3 },
    })
    expect(preview.faults.map(({ row, field }) => [row, field])).toEqual([
      [3, 'email'],
      [4, 'name'],
      [4, 'phone'],
      [4, 'unit'],
    ])
    expect(preview.warnings.map(({ row }) => row)).toEqual([5])
    await throwsCode(importContacts(admin, { ...input, isTrial: false }), 'invalid_input')
    expect(await rowsOf(list.id)).toEqual([])
    const done = await importContacts(admin, { ...input, isTrial: false, leavesOut: true })
    expect(done.stored).toBe(2)
    expect((await rowsOf(list.id)).every(({ unitId }) => unitId === unit.id)).toBe(true)
  })

  it('of the same file again finds everybody there already', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const input = { list: list.id, bytes: file('Họ tên,Email', 'An,an@example.vn'), unit: unit.id }
    await importContacts(admin, input)
    await throwsCode(importContacts(admin, input), 'invalid_input')
    expect(await rowsOf(list.id)).toHaveLength(1)
  })

  it('sent twice at the same moment is stored whole or not at all', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const input = { list: list.id, bytes: file('Họ tên', 'An', 'Bình'), unit: unit.id }
    const outcomes = await Promise.allSettled([importContacts(admin, input), importContacts(admin, input)])
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true)
    const [first, second] = outcomes.map((one) => (one.status === 'fulfilled' ? 1 : 0))
    // names alone only warn, so the slower one may have looked after the other was done; at the same moment it must not
    expect(await rowsOf(list.id)).toHaveLength(2 * (first! + second!))
  })

  it('needs the proof of consent where consent is the ground, and keeps it with everybody', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList({ basis: 'consent' })]
    const input = { list: list.id, bytes: file('Họ tên', 'An'), unit: unit.id }
    await throwsCode(importContacts(admin, input), 'invalid_input')
    const words = 'Tôi đồng ý để cơ quan dùng họ tên và số điện thoại để mời tôi trả lời phiếu.'
    await importContacts(admin, { ...input, consentText: words, consentOn: '2026-01-05' })
    const [row] = await rowsOf(list.id)
    expect(row!.consent).toMatchObject({
      text: words,
      at: '2026-01-05',
      by: 'admin',
      version: expect.stringMatching(/^[0-9a-f]{8}$/),
    })
  })

  it('by a commune officer never reaches another unit', async () => {
    const [own, other, list] = [
      await makeUnit(),
      await makeUnit({ code: 'other-code' }),
      await makeContactList(),
    ]
    const officer = makeActor({ role: 'commune', unitId: own.id })
    const input = { list: list.id, bytes: file('Họ tên,Xã', 'An,other-code'), unit: other.id }
    await throwsCode(importContacts(officer, input), 'invalid_input')
    await importContacts(officer, { ...input, bytes: file('Họ tên', 'An') })
    expect((await rowsOf(list.id)).map(({ unitId }) => unitId)).toEqual([own.id])
  })

  it('of a broken file or one that is no table says so', async () => {
    const list = await makeContactList()
    for (const bytes of [
      new Uint8Array(),
      Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9),
      file('Họ tên'),
      Uint8Array.of(0xff, 0xfe, 0),
    ])
      await throwsCode(importContacts(admin, { list: list.id, bytes }), 'invalid_input')
  })
})

describe('what the database holds', () => {
  it('shows no name, address or number, and neither does the audit log', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    await importContacts(admin, {
      list: list.id,
      bytes: file('Họ tên,Email,Điện thoại', 'Quá Trình Lạ,la@example.vn,0912345678'),
      unit: unit.id,
    })
    await loadContactList(admin, { list: list.id, search: 'qua trinh' })
    const everything = JSON.stringify([
      await database().prisma.contact.findMany(),
      (await database().prisma.auditEvent.findMany()).map((one) => ({ ...one, id: '' })),
    ])
    for (const secret of ['Quá Trình', 'qua trinh', 'la@example', '912345678'])
      expect(everything).not.toContain(secret)
    const bytes = Buffer.concat((await rowsOf(list.id)).map(({ sealed }) => Buffer.from(sealed!)))
    expect(bytes.includes('la@example')).toBe(false)
  })

  it('cannot be moved to another person: a swapped field is shown as broken, the others stay readable', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const of = { listId: list.id, unitId: unit.id }
    const [one, two] = [await makeContact({ ...of, name: 'Một' }), await makeContact({ ...of, name: 'Hai' })]
    await database().prisma.contact.update({ where: { id: two.id }, data: { sealed: one.sealed } })
    const { people } = await loadContactList(admin, { list: list.id })
    expect(people.map(({ person, trouble }) => [person?.name, trouble])).toEqual([
      [undefined, 'broken'],
      ['Một', null],
    ])
  })
})

describe('a list', () => {
  it('is searched without accents, paged, and shows a commune officer the own people only', async () => {
    const [own, other, list] = [await makeUnit(), await makeUnit(), await makeContactList()]
    for (let at = 0; at < 51; at++)
      await makeContact({ listId: list.id, unitId: own.id, name: `Đặng Văn ${at}` })
    await makeContact({ listId: list.id, unitId: other.id, name: 'Đàng Thị Mai' })
    expect(await loadContactList(admin, { list: list.id, search: 'dang THI' })).toMatchObject({
      found: 1,
      total: 52,
    })
    expect(await loadContactList(admin, { list: list.id, page: 2 })).toMatchObject({
      pages: 2,
      page: 2,
      found: 52,
    })
    const officer = makeActor({ role: 'commune', unitId: other.id })
    expect(await loadContactList(officer, { list: list.id })).toMatchObject({ total: 1, mayDraw: false })
  })

  it('takes corrections, refuses an address that somebody else has, and says what was wrong', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const of = { listId: list.id, unitId: unit.id }
    await makeContact({ ...of, name: 'Một', email: 'mot@example.vn' })
    const { id } = await makeContact({ ...of, name: 'Hai', phone: '+84912345678' })
    const typed = { list: list.id, id, unit: unit.id, name: 'Hai Mới', phone: '0912 345 679' }
    await saveContact(admin, typed)
    expect((await loadContact(admin, { id })).person).toMatchObject({
      name: 'Hai Mới',
      phone: '+84912345679',
    })
    await throwsCode(saveContact(admin, { ...typed, email: 'MOT@example.vn' }), 'invalid_input')
    await throwsCode(saveContact(admin, { ...typed, name: ' ' }), 'invalid_input')
    await saveContact(admin, { ...typed, id: '', email: 'ba@example.vn', phone: '', name: 'Ba' })
    expect(await rowsOf(list.id)).toHaveLength(3)
  })
})

describe('erasing', () => {
  it('takes away all that names a person and keeps draw and weights', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const ids: string[] = []
    for (const name of ['Một', 'Hai', 'Ba', 'Bốn'])
      ids.push(
        (await makeContact({ listId: list.id, unitId: unit.id, name, email: `${ids.length}@example.vn` })).id,
      )
    const draw = await drawContacts(admin, {
      list: list.id,
      method: 'simple',
      strata: 'none',
      allocation: 'equal',
      total: '2',
    })
    const before = await loadDraw(admin, draw)
    expect(before).toMatchObject({ isRepeatable: true, unreachable: 0, since: { gone: 0, come: 0 } })
    const gone = before.drawn[0]!.contactId
    const account = await makeUser({ role: 'delegate', contactId: gone, name: 'Một' })
    await eraseContact(admin, { id: gone, isConfirmed: true })
    const row = await database().prisma.contact.findUniqueOrThrow({ where: { id: gone } })
    expect(row).toMatchObject({
      sealed: null,
      nameKey: null,
      emailKey: null,
      phoneKey: null,
      consent: null,
      size: null,
    })
    expect(await database().prisma.user.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      name: '',
      contactId: null,
    })
    const after = await loadDraw(admin, draw)
    expect(after).toMatchObject({ isRepeatable: true, unreachable: 1, since: { gone: 1, come: 0 } })
    expect(after.drawn.map(({ probability }) => probability)).toEqual([0.5, 0.5])
    expect((await exportDraw(admin, { draw: draw.id })).expected).toBe(1)
    await throwsCode(loadContact(admin, { id: gone }), 'contact_erased')
    await throwsCode(findOwnData(null, { code: contactCode(gone) }), 'contact_erased')
  })

  it('cannot be undone by writing to the row, in the database itself', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const { id, sealed } = await makeContact({ listId: list.id, unitId: unit.id })
    await eraseContact(admin, { id, isConfirmed: true })
    await expect(
      database().prisma.contact.update({ where: { id }, data: { sealed, erasedAt: null } }),
    ).rejects.toThrow()
    await expect(database().prisma.contact.update({ where: { id }, data: { sealed } })).rejects.toThrow()
  })

  it('on the day of deletion empties the list, once, with the count in the audit log', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList({ deleteOn: new Date('2026-01-10') })]
    const kept = await makeContactList()
    for (const listId of [list.id, list.id, kept.id]) await makeContact({ listId, unitId: unit.id })
    expect(await deleteExpiredContacts(new Date('2026-01-09T20:00:00+07:00'))).toEqual({
      lists: 0,
      people: 0,
    })
    expect(await deleteExpiredContacts(new Date('2026-01-10T00:30:00+07:00'))).toEqual({
      lists: 1,
      people: 2,
    })
    expect(await deleteExpiredContacts(new Date('2026-01-11T00:30:00+07:00'))).toEqual({
      lists: 0,
      people: 0,
    })
    expect((await rowsOf(list.id)).every(({ sealed }) => sealed === null)).toBe(true)
    expect((await rowsOf(kept.id)).every(({ sealed }) => sealed !== null)).toBe(true)
    const [line] = await database().prisma.auditEvent.findMany({
      where: { action: 'delete-expired-contacts' },
    })
    expect(line).toMatchObject({
      actorId: null,
      subject: list.id,
      details: { people: 2, deleteOn: '2026-01-10' },
    })
    const input = { list: list.id, bytes: file('Họ tên', 'An'), unit: unit.id }
    await throwsCode(importContacts(admin, input), 'contact_list_closed')
    await throwsCode(
      changeContactList(admin, { list: list.id, deleteOn: '2099-01-01' }),
      'contact_list_closed',
    )
  })
})

describe('a draw', () => {
  it('leaves out who opted out, cannot be changed or removed, and neutralises formulas in its file', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const of = { listId: list.id, unitId: unit.id }
    await makeContact({ ...of, name: '=HYPERLINK("http://x")' })
    const out = await makeContact({ ...of, name: 'Không muốn' })
    await optOutContact(admin, { id: out.id, isOut: true })
    const { id } = await drawContacts(admin, {
      list: list.id,
      method: 'all',
      strata: 'unit',
      allocation: 'equal',
      total: '',
    })
    const draw = await loadDraw(admin, { id })
    expect(draw.drawn).toHaveLength(1)
    let text = ''
    for await (const part of csvExcel.write(await exportDraw(admin, { draw: id }))) text += part
    expect(text).toContain("'=HYPERLINK")
    expect(text).not.toContain('Không muốn')
    await expect(
      database().prisma.sampleDraw.update({ where: { id }, data: { seed: 'x' } }),
    ).rejects.toThrow()
    await expect(database().prisma.sampleDraw.delete({ where: { id } })).rejects.toThrow()
    await expect(database().prisma.drawnContact.deleteMany({ where: { drawId: id } })).rejects.toThrow()
  })

  it('that cannot be made is refused in words and stores nothing', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    await makeContact({ listId: list.id, unitId: unit.id })
    const input = { list: list.id, strata: 'none', allocation: 'equal' } as const
    await throwsCode(drawContacts(admin, { ...input, method: 'simple', total: '' }), 'invalid_input')
    await throwsCode(drawContacts(admin, { ...input, method: 'pps', total: '1' }), 'invalid_input')
    await throwsCode(drawContacts(admin, { ...input, method: 'cluster', total: '1' }), 'invalid_input')
    expect(await database().prisma.sampleDraw.count()).toBe(0)
  })
})

describe('inviting the drawn people', () => {
  const makeSecretWave = (...units: string[]) => makeWave({ units, audience: 'delegates', secrecy: 'ballot' })
  const drawIn = async (
    listId: string,
    total: string,
    strata: 'none' | 'unit',
    allocation: 'equal' | 'proportional',
  ) => drawContacts(admin, { list: listId, method: 'simple', strata, allocation, total, seed: 'x' })

  it('makes one invitation each with the weight of the draw, and nobody a second one', async () => {
    const [one, two, list] = [await makeUnit(), await makeUnit(), await makeContactList()]
    for (const [unit, many] of [
      [one, 10],
      [two, 20],
    ] as const)
      for (let at = 0; at < many; at++) await makeContact({ listId: list.id, unitId: unit.id })
    const wave = await makeSecretWave(one.id, two.id)
    const draw = await drawIn(list.id, '10', 'unit', 'equal')
    expect(await inviteDrawn(admin, { draw: draw.id, wave: wave.id })).toEqual({ invited: 10, already: 0 })
    expect(await inviteDrawn(admin, { draw: draw.id, wave: wave.id })).toEqual({ invited: 0, already: 10 })
    const groups = await database().prisma.ballotGroup.findMany({ where: { waveId: wave.id } })
    const weights = new Map(groups.map(({ unitId, weight }) => [unitId, weight]))
    expect([weights.get(one.id), weights.get(two.id)]).toEqual([2, 4])
    expect((await loadDraw(admin, draw)).draw.waveId).toBe(wave.id)
  })

  it('refuses weights that differ inside a unit, in words, and invites nobody', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    for (let at = 0; at < 12; at++) await makeContact({ listId: list.id, unitId: unit.id, size: at + 1 })
    const wave = await makeSecretWave(unit.id)
    const input = { list: list.id, method: 'pps', strata: 'unit', allocation: 'equal', total: '6' } as const
    const draw = await drawContacts(admin, input)
    await expect(inviteDrawn(admin, { draw: draw.id, wave: wave.id })).rejects.toMatchObject({
      code: 'invalid_input',
      details: { faults: [{ code: 'weights_differ' }] },
    })
    expect(await database().prisma.invitation.count()).toBe(0)
  })

  it('leaves out who was erased or opted out since', async () => {
    const [unit, list] = [await makeUnit(), await makeContactList()]
    const ids: string[] = []
    for (let at = 0; at < 8; at++) ids.push((await makeContact({ listId: list.id, unitId: unit.id })).id)
    const wave = await makeSecretWave(unit.id)
    const draw = await drawIn(list.id, '8', 'none', 'proportional')
    await eraseContact(admin, { id: ids[0]!, isConfirmed: true })
    await optOutContact(admin, { id: ids[1]!, isOut: true })
    expect(await inviteDrawn(admin, { draw: draw.id, wave: wave.id })).toEqual({ invited: 6, already: 0 })
  })
})
