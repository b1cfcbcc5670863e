// Invites people to a confidential wave: makes the groups that are missing, with a key pair each, and one invitation for
// everybody. Small groups and weights that would give somebody away are refused. Nothing secret is returned or stored: the
// codes follow from the ids by a key outside the database.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { makeBallotKeys } from '#lib/ballots/ballot-signer'
import { deriveInvitationCode, hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { type NewGroup, otherWay, planGroups } from '#lib/ballots/group-rules'
import { sealBallotKey } from '#lib/ballots/sealed-ballot-key'
import { type DrawnGroup, type GroupDraw, groupDraw } from '#lib/contacts/group-draw'
import { insertAuditEvent } from '#lib/db/audit'
import { listBallotGroups, listDrawnGroups } from '#lib/db/ballot-groups'
import { insertInvitations, listInvitedContacts } from '#lib/db/insert-invitations'
import type { WaveDetails } from '#lib/db/waves'
import { invitationKey } from '#lib/flows/find-invitation'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import { requireWave } from '#lib/flows/require-wave'
import { expiryFaults, expiryOf, lastDayShape } from '#lib/invitation-expiry'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const mostAtOnce = 5000
const shape = z.object({
  wave: z.string().max(60),
  people: z
    .array(
      z.object({
        unitId: z.string().max(60),
        stratum: z.string().max(60).default(''),
        weight: z.number().positive().finite().default(1),
        /** Nobody for letters that an office hands out itself. */
        contactId: z.uuid().nullable().default(null),
      }),
    )
    .min(1)
    .max(mostAtOnce),
  /** On which the new invitations can be used for the last time, yyyy-mm-dd. */
  lastDay: lastDayShape,
  /** How the people of each group were drawn; without it they were not drawn. Said by invite-drawn. */
  groups: z
    .array(z.object({ unitId: z.string(), stratum: z.string(), draw: groupDraw }))
    .max(mostAtOnce)
    .default([]),
})

export type CreatedInvitations = {
  /** Ids of the new invitations with their units, in the order of the people. */
  invitations: { id: string; unitId: string; stratum: string; contactId: string | null }[]
  /** People who had an invitation to this wave already: they get no second one. */
  already: number
}

/** Throws unknownWave, and invalidInput with a sentence for every group that would not stay secret. */
export async function createInvitations(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<CreatedInvitations> {
  const officer = allow(actor, 'invitations.write')
  const { wave: id, people, lastDay, groups: drawn } = requireShape(shape, input)
  const wave = await requireWave(id)
  const [existing, before, invited, least] = await Promise.all([
    listBallotGroups(id, null),
    listDrawnGroups(id),
    listInvitedContacts(id),
    findSmallestGroup(),
  ])
  const fresh = people.filter(({ contactId }) => !contactId || !invited.has(contactId))
  const nameOf = nameIn(wave)
  const { groups, faults } = planGroups(fresh, existing, { nameOf, least })
  const mixed = mixedFaults({ groups, drawn, existing, before }, nameOf)
  const late = expiryFaults(lastDay, wave, new Date())
  const ofPeople = [...unitFaults(wave, people), ...twiceFaults(fresh), ...faults, ...mixed]
  const ofWave = waveFaults(wave)
  const wrong = [...ofWave, ...(ofWave.length > 0 ? [] : late), ...ofPeople]
  if (wrong.length > 0) throw problems.invalidInput({ faults: wrong })
  const isNew = ({ unitId, stratum }: NewGroup) =>
    !existing.some((group) => group.unitId === unitId && group.stratum === stratum)
  const invitations = fresh.map((person) => ({ ...person, id: randomUUID() }))
  const made = groups.filter(isNew).map((group) => ({ ...group, draw: drawOf(group, drawn) }))
  await store(id, made, { people: invitations, expiresAt: expiryOf(lastDay, wave) })
  const details = { invitations: invitations.length, groups: groups.length }
  await insertAuditEvent(officer, { action: 'create-invitations', subject: id, details })
  return {
    invitations: invitations.map(({ weight: _weight, ...invitation }) => invitation),
    already: people.length - fresh.length,
  }
}

type Person = { id: string; unitId: string; stratum: string; contactId: string | null }

type Group = { unitId: string; stratum: string }
type PlannedGroup = NewGroup & { draw: GroupDraw | undefined }

const drawOf = (group: Group, drawn: DrawnGroup[]) =>
  drawn.find(({ unitId, stratum }) => unitId === group.unitId && stratum === group.stratum)?.draw

/** A wave is of drawn people or it is not, and a group is of one draw: mixed answers have no honest interval. */
function mixedFaults(
  {
    groups,
    drawn,
    existing,
    before,
  }: Record<'drawn' | 'before', DrawnGroup[]> & Record<'groups' | 'existing', Group[]>,
  nameOf: (unitId: string) => string,
): Fault[] {
  return groups.flatMap((group) => {
    const [own, earlier] = [drawOf(group, drawn), drawOf(group, before)]
    const isOfWave = own ? before.length === existing.length : before.length === 0
    const isOfGroup = !earlier || earlier.draw === own?.draw
    const name = [nameOf(group.unitId), group.stratum].filter(Boolean).join(', ')
    return isOfWave && isOfGroup ? [] : [otherWay(name, own !== undefined)]
  })
}

async function store(
  waveId: string,
  groups: PlannedGroup[],
  { people, expiresAt }: { people: Person[]; expiresAt: Date },
): Promise<void> {
  const key = invitationKey()
  const rows = people.map(({ id, unitId, stratum, contactId }) => {
    const codeHash = hashInvitationCode(key, deriveInvitationCode(key, id, 1))
    return { id, waveId, unitId, stratum, contactId, codeHash, expiresAt }
  })
  const outcome = await insertInvitations(
    waveId,
    await Promise.all(groups.map((group) => withKeys(waveId, group))),
    rows,
  )
  if (outcome === 'closed') throw problems.invalidInput({ faults: [closedAlready] })
  if (outcome === 'published') throw problems.invalidInput({ faults: [keysPublished] })
}

async function withKeys(waveId: string, { unitId, stratum, weight, draw }: PlannedGroup) {
  const { publicKey, privateKey } = await makeBallotKeys()
  const group = { unitId, waveId, stratum }
  return {
    ...group,
    weight,
    ...(draw ? { draw } : {}),
    publicKey,
    privateKey: sealBallotKey(group, privateKey),
  }
}

const nameIn = (wave: WaveDetails) => (unitId: string) =>
  wave.units.find(({ id }) => id === unitId)?.name ?? unitId

function waveFaults({ secrecy, boxOpenedAt, closesAt, cancelledAt }: WaveDetails): Fault[] {
  if (secrecy !== 'ballot') return [notForCitizens]
  return boxOpenedAt || cancelledAt || closesAt <= new Date() ? [closedAlready] : []
}

function unitFaults(wave: WaveDetails, people: { unitId: string }[]): Fault[] {
  const ids = new Set(people.map(({ unitId }) => unitId))
  return [...ids]
    .filter((unitId) => !wave.units.some(({ id }) => id === unitId))
    .map((unitId) => ({
      question: 'units',
      code: 'unknown_unit',
      vi: `Đơn vị “${unitId}” không thuộc đợt này.`,
      en: `Unit “${unitId}” does not take part in this wave.`,
    }))
}

function twiceFaults(people: { contactId: string | null }[]): Fault[] {
  const ids = people.flatMap(({ contactId }) => contactId ?? [])
  return new Set(ids).size < ids.length ? [personTwice] : []
}

const personTwice: Fault = {
  question: 'units',
  code: 'person_twice',
  vi: 'Có người được mời hai lần trong danh sách này.',
  en: 'Somebody is invited twice in this list.',
}
const notForCitizens: Fault = {
  question: '',
  code: 'not_confidential',
  vi: 'Chỉ mời được vào đợt lấy phiếu kín; người dân trả lời qua mã QR chung.',
  en: 'Only waves with secret ballots have invitations; citizens answer through the common QR code.',
}
const closedAlready: Fault = {
  question: '',
  code: 'wave_closed',
  vi: 'Đợt này đã đóng hoặc đã hủy, không mời thêm được.',
  en: 'This wave has closed or was cancelled, so nobody can be invited any more.',
}
const keysPublished: Fault = {
  question: 'units',
  code: 'keys_published',
  vi: 'Danh sách khóa công khai của đợt đã vào sổ ghi, nên không thêm được đơn vị hay tầng mới. Có thể mời thêm người vào các nhóm đã có.',
  en: 'The list of public keys stands in the log already, so no unit or stratum can be added. More people can join the groups that are there.',
}
