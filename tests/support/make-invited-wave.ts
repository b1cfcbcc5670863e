// A confidential wave with people on a contact list who are invited to it. Nobody answers here, so the groups' keys are none.
import { randomUUID } from 'node:crypto'
import { deriveInvitationCode, hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import type { Person } from '#lib/contacts/contact'
import { sealPerson } from '#lib/contacts/sealed-contact'
import { database } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { makeWave } from './make'

export type Invited = {
  contactId: string
  invitationId: string
  unitId: string
  code: string
  person: Person
}

type Given = Parameters<typeof makeWave>[0] & { people?: number; languages?: string[] }

/** `people` in each unit; the first of each unit speak the given languages in turn, everybody else Vietnamese. */
export async function makeInvitedWave({ people = 2, languages = ['vi'], ...given }: Given = {}) {
  settle({ CONTACT_KEY: makeSecretKey(), INVITATION_KEY: makeSecretKey() })
  const wave = await makeWave({
    audience: 'delegates',
    secrecy: 'ballot',
    entries: ['ballot'],
    modes: ['self'],
    places: [],
    closesAt: new Date('2099-01-01'),
    ...given,
  })
  const listId = randomUUID()
  await database().prisma.contactList.create({
    data: {
      id: listId,
      title: 'Đại biểu',
      purpose: 'Lấy ý kiến',
      basis: 'duty',
      deleteOn: new Date('2099-01-01'),
      createdBy: 'test',
    },
  })
  const invited: Invited[] = []
  for (const { unitId } of wave.units) {
    const group = { unitId, waveId: wave.id, stratum: '' }
    await database().prisma.ballotGroup.create({ data: { ...group, publicKey: `key of ${unitId}` } })
    for (let i = 0; i < people; i++)
      invited.push(await invite(group, listId, { number: i, language: languages[i % languages.length]! }))
  }
  return { wave, invited }
}

let phones = 0

async function invite(
  group: { unitId: string; waveId: string; stratum: string },
  listId: string,
  { number, language }: { number: number; language: string },
): Promise<Invited> {
  const { prisma } = database()
  const [contactId, invitationId] = [randomUUID(), randomUUID()]
  const person: Person = {
    name: `Nguyễn Văn Thử ${number}`,
    title: 'Đại biểu',
    email: `thu${number}.${group.unitId}@hoi-dong.vn`.toLowerCase(),
    phone: `+8491${String(++phones).padStart(7, '0')}`,
    address: 'Thị trấn Phước Dân',
  }
  const { unitId } = group
  await prisma.contact.create({
    data: { id: contactId, listId, unitId, language, ...sealPerson(contactId, person) },
  })
  const code = deriveInvitationCode(env().INVITATION_KEY!, invitationId, 1)
  const codeHash = hashInvitationCode(env().INVITATION_KEY!, code)
  await prisma.invitation.create({ data: { ...group, id: invitationId, contactId, codeHash } })
  return { contactId, invitationId, unitId, code, person }
}

/** As if the server had signed a token for this invitation. */
export async function markUsed({ invitationId }: Invited): Promise<void> {
  await database().prisma.invitation.updateMany({
    where: { id: invitationId },
    data: { blindedHash: 'x'.repeat(43) },
  })
}
