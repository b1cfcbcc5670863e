// Who may deal with people, draws and requests: lines of access-table.ts.
import { contactCode } from '#lib/contacts/contact-code'
import { changeContactList } from '#lib/flows/change-contact-list'
import { createContactList } from '#lib/flows/create-contact-list'
import { createSubjectRequest } from '#lib/flows/create-subject-request'
import { drawContacts } from '#lib/flows/draw-contacts'
import { drawVillages } from '#lib/flows/draw-villages'
import { eraseContact } from '#lib/flows/erase-contact'
import { exportContactData } from '#lib/flows/export-contact-data'
import { exportDraw } from '#lib/flows/export-draw'
import { findOwnData } from '#lib/flows/find-own-data'
import { importContacts } from '#lib/flows/import-contacts'
import { inviteDrawn } from '#lib/flows/invite-drawn'
import { listContactLists } from '#lib/flows/list-contact-lists'
import { listDraws } from '#lib/flows/list-draws'
import { listSubjectRequests } from '#lib/flows/list-subject-requests'
import { listVillageDraws } from '#lib/flows/list-village-draws'
import { loadContact } from '#lib/flows/load-contact'
import { loadContactList } from '#lib/flows/load-contact-list'
import { loadDraw } from '#lib/flows/load-draw'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { loadSubjectRequest } from '#lib/flows/load-subject-request'
import { loadVillageDraw } from '#lib/flows/load-village-draw'
import { optOutContact } from '#lib/flows/opt-out-contact'
import { saveContact } from '#lib/flows/save-contact'
import { savePrivacySettings } from '#lib/flows/save-privacy-settings'
import { sendSubjectRequest } from '#lib/flows/send-subject-request'
import { settleSubjectRequest } from '#lib/flows/settle-subject-request'
import { ownUnit } from '../support/access-scene'
import { makeActor, makeWave } from '../support/make'
import { makeContact, makeContactList } from '../support/make-contacts'
import { elsewhere, everybody, type Line, officers } from './access-line'

const people = ['admin', 'district', 'commune'] as const
const anyCommune = ['admin', 'district', 'commune', 'commune elsewhere'] as const
const admin = () => makeActor({ role: 'admin' })
const makePerson = async () => makeContact({ listId: (await makeContactList()).id, unitId: ownUnit })
const draw = { method: 'all', strata: 'none', allocation: 'proportional', total: '' } as const
const villages = {
  title: 'Chọn thôn',
  villages: 'unit,code,name,size\nown-unit,v1,Thôn 1,100',
  method: 'all',
  perStratum: '1',
  perVillage: '10',
} as const

async function makeDraw() {
  const { listId } = await makePerson()
  return drawContacts(admin(), { list: listId, ...draw })
}

async function makeRequest() {
  const { id } = await makePerson()
  return createSubjectRequest(admin(), { contact: id, kind: 'access', channel: 'phone' })
}

export const accessOfContacts: Record<string, Line> = {
  'list-contact-lists': { may: anyCommune, run: listContactLists },
  'create-contact-list': {
    may: officers,
    run: (actor) =>
      createContactList(actor, {
        title: 'Danh sách',
        purpose: 'Mời trả lời phiếu khảo sát',
        basis: 'duty',
        deleteOn: new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10),
      }),
  },
  'change-contact-list': {
    may: officers,
    run: async (actor) =>
      changeContactList(actor, {
        list: (await makeContactList()).id,
        deleteOn: new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10),
      }),
  },
  'load-contact-list': {
    may: anyCommune,
    sensitiveRead: anyCommune,
    blind: elsewhere,
    run: async (actor) => loadContactList(actor, { list: (await makePerson()).listId }),
  },
  'import-contacts': {
    may: anyCommune,
    run: async (actor) =>
      importContacts(actor, {
        list: (await makeContactList()).id,
        bytes: new TextEncoder().encode('Họ tên\nAn'),
        unit: actor?.unitId ?? ownUnit,
      }),
  },
  'save-contact': {
    may: people,
    run: async (actor) =>
      saveContact(actor, { list: (await makeContactList()).id, name: 'An', unit: ownUnit }),
  },
  'load-contact': {
    may: people,
    sensitiveRead: people,
    run: async (actor) => loadContact(actor, await makePerson()),
  },
  'erase-contact': {
    may: people,
    run: async (actor) => eraseContact(actor, { id: (await makePerson()).id, isConfirmed: true }),
  },
  'opt-out-contact': {
    may: people,
    run: async (actor) => optOutContact(actor, { id: (await makePerson()).id, isOut: true }),
  },
  'export-contact-data': {
    may: people,
    sensitiveRead: people,
    run: async (actor) => exportContactData(actor, await makePerson()),
  },
  'list-draws': {
    may: officers,
    run: async (actor) => listDraws(actor, { list: (await makePerson()).listId }),
  },
  'draw-contacts': {
    may: officers,
    run: async (actor) => drawContacts(actor, { list: (await makePerson()).listId, ...draw }),
  },
  'load-draw': { may: officers, run: async (actor) => loadDraw(actor, await makeDraw()) },
  'invite-drawn': {
    may: officers,
    run: async (actor) => {
      const { id: list } = await makeContactList()
      for (let at = 0; at < 5; at++) await makeContact({ listId: list, unitId: ownUnit })
      const { id } = await drawContacts(admin(), { list, ...draw })
      const wave = await makeWave({ units: [ownUnit], audience: 'delegates', secrecy: 'ballot' })
      return inviteDrawn(actor, { draw: id, wave: wave.id })
    },
  },
  'export-draw': {
    may: officers,
    sensitiveRead: officers,
    run: async (actor) => exportDraw(actor, { draw: (await makeDraw()).id }),
  },
  'draw-villages': { may: officers, run: (actor) => drawVillages(actor, villages) },
  'list-village-draws': { may: officers, run: listVillageDraws },
  'load-village-draw': {
    may: officers,
    run: async (actor) => loadVillageDraw(actor, await drawVillages(admin(), villages)),
  },
  'list-subject-requests': {
    may: anyCommune,
    sensitiveRead: ['admin', 'district', 'commune'],
    blind: elsewhere,
    run: async (actor) => {
      await makeRequest()
      return listSubjectRequests(actor)
    },
  },
  'load-subject-request': {
    may: people,
    sensitiveRead: people,
    run: async (actor) => loadSubjectRequest(actor, await makeRequest()),
  },
  'create-subject-request': {
    may: people,
    run: async (actor) =>
      createSubjectRequest(actor, { contact: (await makePerson()).id, kind: 'access', channel: 'phone' }),
  },
  'settle-subject-request': {
    may: people,
    run: async (actor) => settleSubjectRequest(actor, { ...(await makeRequest()), step: 'done' }),
  },
  'send-subject-request': {
    may: everybody,
    run: async (actor) =>
      sendSubjectRequest(actor, { code: contactCode((await makePerson()).id), kind: 'erasure' }),
  },
  'find-own-data': {
    may: everybody,
    run: async (actor) => findOwnData(actor, { code: contactCode((await makePerson()).id) }),
  },
  'load-privacy-settings': { may: everybody, run: loadPrivacySettings },
  'save-privacy-settings': {
    may: ['admin'],
    run: (actor) =>
      savePrivacySettings(actor, {
        name: '',
        address: '',
        phone: '',
        email: '',
        answerWorkingDays: '2',
        stopDays: '15',
        fulfilDays: '10',
        extensionDays: '15',
        smallestGroup: '5',
        holidays: '',
      }),
  },
}
