// Who can be invited to a wave of secret ballots, and who would not stay secret.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { smallestGroup } from '#lib/ballots/group-rules'
import { database } from '#lib/db/client'
import { saveSetting } from '#lib/db/settings'
import { createInvitations } from '#lib/flows/create-invitations'
import { createLetters } from '#lib/flows/create-letters'
import { listBallotKeys } from '#lib/flows/list-ballot-keys'
import { loadBallotProgress } from '#lib/flows/load-ballot-progress'
import { openInvitation } from '#lib/flows/open-invitation'
import { setInvitationExpiry } from '#lib/flows/set-invitation-expiry'
import type { Problem } from '#lib/problem'
import { makeActor, makeWave } from '../support/make'
import { publishKeys, settleKeys } from '../support/make-ballot-wave'

const officer = makeActor({ role: 'district' })
settleKeys()

const makeSecretWave = async (given: Parameters<typeof makeWave>[0] = {}) => {
  const wave = await makeWave({ audience: 'delegates', ...given })
  return { wave: wave.id, units: wave.units.map(({ unitId }) => unitId) }
}
const group = (unitId: string, count: number, more: { stratum?: string; weight?: number } = {}) =>
  Array.from({ length: count }, () => ({ unitId, ...more }))

const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => ['accepted'],
    (problem: Problem) => (problem.details.faults as { code: string }[]).map(({ code }) => code),
  )

describe('the last day of invitations', () => {
  const closesAt = new Date('2098-12-31T10:00:00Z')
  const expiries = async (waveId: string) => {
    const rows = await database().prisma.invitation.findMany({ where: { waveId } })
    return [...new Set(rows.map(({ expiresAt }) => expiresAt!.toISOString()))].sort()
  }

  it('is that of the wave unless an officer chooses an earlier one, to its end in Viet Nam', async () => {
    const { wave, units } = await makeSecretWave({ closesAt })
    await createInvitations(officer, { wave, people: group(units[0]!, 6) })
    expect(await expiries(wave)).toEqual([closesAt.toISOString()])
    await createInvitations(officer, { wave, people: group(units[1]!, 6), lastDay: '2098-12-05' })
    expect((await expiries(wave))[0]).toBe('2098-12-05T16:59:00.000Z')
    const people = group(units[0]!, 6)
    for (const lastDay of ['2020-01-01', '2099-01-31'])
      expect(await faultsOf(createInvitations(officer, { wave, people, lastDay }))).toEqual(
        lastDay < '2098' ? ['expired_at_once'] : ['accepted'],
      )
    expect((await expiries(wave)).at(-1)).toBe(closesAt.toISOString())
  })

  it('can be changed for all of them, and a code that had expired works again', async () => {
    const { wave, units } = await makeSecretWave({ opensAt: new Date('2020-01-01'), closesAt })
    const { codes } = await createLetters(officer, {
      wave,
      unit: units[0]!,
      count: '8',
      lastDay: '2098-01-01',
    })
    await publishKeys(wave)
    const { prisma } = database()
    await prisma.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    await expect(openInvitation(null, { code: codes[0]! })).rejects.toMatchObject({
      code: 'invitation_expired',
    })
    await setInvitationExpiry(officer, { wave, lastDay: '2098-12-05' })
    expect(await expiries(wave)).toEqual(['2098-12-05T16:59:00.000Z'])
    expect((await openInvitation(null, { code: codes[0]! })).takeBy).toBe('2098-12-05T16:59:00.000Z')
    expect(await faultsOf(setInvitationExpiry(officer, { wave, lastDay: '2020-01-01' }))).toEqual([
      'expired_at_once',
    ])
    await setInvitationExpiry(officer, { wave })
    expect(await expiries(wave)).toEqual([closesAt.toISOString()])
    const lines = await prisma.auditEvent.findMany({ where: { action: 'set-invitation-expiry' } })
    expect(lines.map(({ details }) => details)).toEqual([{ lastDay: '2098-12-05' }, { lastDay: 'closing' }])
    await prisma.wave.update({ where: { id: wave }, data: { closesAt: new Date() } })
    await expect(setInvitationExpiry(officer, { wave })).rejects.toMatchObject({ code: 'wave_closed' })
  })
})

describe('inviting', () => {
  it('asks for larger groups where an administrator has raised the smallest one', async () => {
    const { wave, units } = await makeSecretWave()
    await saveSetting('privacy', { smallestGroup: 8 })
    const invite = (count: number) => createInvitations(officer, { wave, people: group(units[0]!, count) })
    expect(await faultsOf(invite(7))).toEqual(['group_too_small'])
    expect(await faultsOf(invite(8))).toEqual(['accepted'])
  })

  it('makes a key pair for each unit and stratum and an invitation for everybody, and keeps no code', async () => {
    const { wave, units } = await makeSecretWave()
    const people = [
      ...group(units[0]!, 6, { stratum: 'a', weight: 2 }),
      ...group(units[0]!, 5, { stratum: 'b' }),
      ...group(units[1]!, 7),
    ]
    const { invitations } = await createInvitations(officer, { wave, people })
    expect(invitations).toHaveLength(18)
    const { keys } = await listBallotKeys(null, { wave })
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(3)
    expect(await loadBallotProgress(officer, { wave })).toMatchObject([
      { stratum: 'a', invited: 6, issued: { from: 0, to: 6 }, cast: { from: 0, to: 6 } },
      { stratum: 'b', invited: 5 },
      { invited: 7 },
    ])
    const audit = JSON.stringify(await database().prisma.auditEvent.findMany({ select: { details: true } }))
    expect(audit).toBe('[{"details":{"groups":3,"invitations":18}}]')
  })

  it('tells the codes of letters once, and the database alone cannot make them again', async () => {
    const { wave, units } = await makeSecretWave()
    const { codes } = await createLetters(officer, { wave, unit: units[0]!, count: '8' })
    expect(new Set(codes).size).toBe(8)
    expect((await openInvitation(null, { code: codes[3]! })).unit).toBe(units[0])
    const stored = JSON.stringify([
      await database().prisma.invitation.findMany(),
      await database().prisma.auditEvent.findMany({ select: { details: true } }),
    ])
    for (const code of codes) expect(stored).not.toContain(code)
  })

  it.each([1, 2, smallestGroup - 1])(
    'refuses a group of %d: a unit with two delegates cannot be reported alone',
    async (count) => {
      const { wave, units } = await makeSecretWave()
      const people = [...group(units[0]!, count), ...group(units[1]!, 9)]
      expect(await faultsOf(createInvitations(officer, { wave, people }))).toEqual(['group_too_small'])
      const split = [...group(units[0]!, 9), ...group(units[0]!, count, { stratum: 'women' })]
      expect(await faultsOf(createInvitations(officer, { wave, people: split }))).toEqual(['group_too_small'])
      expect(await database().prisma.invitation.count()).toBe(0)
      expect(await database().prisma.ballotGroup.count()).toBe(0)
    },
  )

  it('refuses weights that differ within a group, also from those invited before', async () => {
    const { wave, units } = await makeSecretWave()
    const people = [...group(units[0]!, 6, { weight: 2 }), ...group(units[0]!, 1, { weight: 7 })]
    expect(await faultsOf(createInvitations(officer, { wave, people }))).toEqual(['weights_differ'])
    await createInvitations(officer, { wave, people: group(units[0]!, 6, { weight: 2 }) })
    const later = createInvitations(officer, { wave, people: group(units[0]!, 1, { weight: 3 }) })
    expect(await faultsOf(later)).toEqual(['weights_differ'])
    expect(
      await faultsOf(createInvitations(officer, { wave, people: group(units[0]!, 1, { weight: 2 }) })),
    ).toEqual(['accepted'])
  })

  it('adds people to a group whose key is public, but no group, and nobody after closing', async () => {
    const { wave, units } = await makeSecretWave()
    await createInvitations(officer, { wave, people: group(units[0]!, 6) })
    await publishKeys(wave)
    expect(await faultsOf(createInvitations(officer, { wave, people: group(units[0]!, 1) }))).toEqual([
      'accepted',
    ])
    expect(await faultsOf(createInvitations(officer, { wave, people: group(units[1]!, 9) }))).toEqual([
      'keys_published',
    ])
    await database().prisma.wave.update({ where: { id: wave }, data: { closesAt: new Date() } })
    expect(await faultsOf(createInvitations(officer, { wave, people: group(units[0]!, 1) }))).toEqual([
      'wave_closed',
    ])
  })

  it('is for confidential waves and their own units only, and invites nobody twice', async () => {
    const citizens = await makeWave()
    const unit = citizens.units[0]!.unitId
    expect(await faultsOf(createInvitations(officer, { wave: citizens.id, people: group(unit, 9) }))).toEqual(
      ['not_confidential'],
    )
    const { wave } = await makeSecretWave()
    expect(await faultsOf(createInvitations(officer, { wave, people: group(unit, 9) }))).toEqual([
      'unknown_unit',
    ])
    const contactId = randomUUID()
    const { units } = await makeSecretWave()
    const twice = [...group(units[0]!, 9), { unitId: units[0]!, contactId }, { unitId: units[0]!, contactId }]
    expect(await faultsOf(createInvitations(officer, { wave, people: twice }))).toContain('person_twice')
  })
})
