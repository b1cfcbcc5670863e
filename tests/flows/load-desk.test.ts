import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { changeUser } from '#lib/flows/change-user'
import { createDelegateAccount } from '#lib/flows/create-delegate-account'
import { loadDesk } from '#lib/flows/load-desk'
import { signedIn } from '../support/access-scene'
import { makeActor, makeUnit, makeUser } from '../support/make'
import { makeBallotWave } from '../support/make-ballot-wave'
import { makeContact, makeContactList } from '../support/make-contacts'

const admin = () => makeActor({ role: 'admin' })

/** Somebody in a list, with an account. */
async function makeDelegate(login: string) {
  const { id: contactId } = await makeContact({
    listId: (await makeContactList()).id,
    unitId: (await makeUnit()).id,
  })
  await createDelegateAccount(admin(), { contactId, login })
  const user = await database().prisma.user.findUniqueOrThrow({ where: { login } })
  return { contactId, user, actor: await signedIn(user) }
}

/** Gives one of the wave's invitations to somebody. */
async function invite(contactId: string, given: Parameters<typeof makeBallotWave>[0] = {}) {
  const { wave, groups } = await makeBallotWave(given)
  const { prisma } = database()
  const { id, unitId } = await prisma.invitation.findFirstOrThrow({ where: { waveId: wave.id } })
  const key = { unitId_waveId_id: { unitId, waveId: wave.id, id } }
  await prisma.invitation.update({ where: key, data: { contactId } })
  return { wave, codes: groups.find(({ unit }) => unit === unitId)!.codes, key }
}

describe('a delegate’s desk', () => {
  it('shows what one is invited to, by when, why, with the very code of the letter; nobody else’s invitations', async () => {
    const { contactId, actor } = await makeDelegate('dai-bieu-1')
    const { actor: other } = await makeDelegate('dai-bieu-2')
    const { wave, codes } = await invite(contactId)
    const lines = await loadDesk(actor)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ wave: wave.id, state: 'open', takeBy: wave.closesAt })
    expect(lines[0]!.why.vi).not.toBe('')
    expect(codes).toContain(lines[0]!.code)
    expect(await loadDesk(other)).toEqual([])
  })

  it('says of each whether it can be answered now, and hands out codes only then', async () => {
    const { contactId, actor } = await makeDelegate('dai-bieu-1')
    const later = await invite(contactId, { opensAt: new Date('2098-01-01') })
    const ended = await invite(contactId, { closesAt: new Date('2021-01-01') })
    const taken = await invite(contactId)
    const expired = await invite(contactId)
    const soon = new Date(Date.now() - 1000)
    const revoked = await invite(contactId)
    const { prisma } = database()
    await prisma.invitation.update({ where: taken.key, data: { blindedHash: 'x'.repeat(43) } })
    await prisma.invitation.update({ where: expired.key, data: { expiresAt: soon } })
    await prisma.invitation.update({ where: revoked.key, data: { isRevoked: true } })
    const lines = await loadDesk(actor)
    const seen = lines.map((line) => [line.wave, line.state, line.code !== null] as const)
    expect(seen[0]).toEqual([taken.wave.id, 'open', true]) // as if it had not been used: officers open these accounts
    expect(seen.slice(1).sort()).toEqual(
      [
        [later.wave.id, 'later', false] as const,
        [ended.wave.id, 'ended', false] as const,
        [expired.wave.id, 'expired', true] as const,
      ].sort(),
    )
    expect(lines.find(({ wave }) => wave === expired.wave.id)!.takeBy).toEqual(soon)
  })

  it('is empty once the person was erased: the account has nobody behind it', async () => {
    const { contactId, actor } = await makeDelegate('dai-bieu-1')
    await invite(contactId)
    await database().prisma.contact.delete({ where: { id: contactId } })
    expect(await loadDesk(actor)).toEqual([])
  })
})

describe('an account of a delegate', () => {
  it('holds a log-in and no name; a second one for the same person is refused', async () => {
    const { contactId, user } = await makeDelegate('dai-bieu-1')
    expect(user).toMatchObject({ role: 'delegate', name: 'dai-bieu-1', contactId, unitId: null })
    await expect(createDelegateAccount(admin(), { contactId, login: 'dai-bieu-1b' })).rejects.toMatchObject({
      code: 'already_exists',
    })
  })

  it('never becomes one of the staff, nor the other way round', async () => {
    const { user } = await makeDelegate('dai-bieu-1')
    const officer = await makeUser({ role: 'viewer' })
    const rest = { name: 'A', isDisabled: false }
    await expect(changeUser(admin(), { ...rest, id: user.id, role: 'viewer' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(changeUser(admin(), { ...rest, id: officer.id, role: 'delegate' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(
      database().prisma.user.update({ where: { id: user.id }, data: { role: 'viewer' } }),
    ).rejects.toThrow('User_contact_is_delegate')
  })
})
