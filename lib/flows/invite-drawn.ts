// The people of a draw are invited to a confidential wave, with the weight that follows from the draw. Those who were erased or
// opted out since get nothing and count as silent. Refused: a draw that a ballot cannot carry (people of a group drawn in
// different strata or clusters); and, by create-invitations, unequal weights in a group and groups that are too small.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { drawnUnlike } from '#lib/ballots/group-rules'
import { groupDraws } from '#lib/contacts/group-draw'
import { findContacts } from '#lib/db/contacts'
import { markDrawUsed } from '#lib/db/sample-draws'
import { listUnits } from '#lib/db/units'
import { createInvitations } from '#lib/flows/create-invitations'
import { loadDraw } from '#lib/flows/load-draw'
import { lastDayShape } from '#lib/invitation-expiry'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ draw: z.string(), wave: z.string().max(60), lastDay: lastDayShape })

export type Invited = { invited: number; already: number }

/** Throws notFound, unknownWave, invalidInput (a draw that cannot be repeated, groups that would not stay secret). */
export async function inviteDrawn(actor: MaybeActor, input: z.input<typeof shape>): Promise<Invited> {
  allow(actor, 'contacts.draw')
  const { draw: id, wave, lastDay } = requireShape(shape, input)
  const { drawn, isRepeatable, settings, strata, draw } = await loadDraw(actor, { id })
  if (!isRepeatable) throw problems.invalidInput({ faults: [notRepeatable] })
  const contacts = new Map(
    (await findContacts(drawn.map((one) => one.contactId))).map((one) => [one.id, one]),
  )
  const hasGroups = settings.strata === 'group' || settings.strata === 'unit-group'
  const placed = drawn.flatMap((one) => {
    const contact = contacts.get(one.contactId)
    return contact
      ? [{ ...one, contact, unitId: contact.unitId, group: hasGroups ? contact.stratum : '' }]
      : []
  })
  const people = placed.flatMap(({ contactId, contact, unitId, group, probability }) =>
    contact.sealed && !contact.optedOutAt
      ? [{ unitId, stratum: group, weight: 1 / probability, contactId }]
      : [],
  )
  const method = settings.method
  const { groups, uneven } = groupDraws({ id: draw.id, method }, placed, strata)
  if (people.length > 0 && uneven.length > 0) throw problems.invalidInput({ faults: await unlike(uneven) })
  if (people.length === 0) throw problems.invalidInput({ faults: [nobody] })
  const { invitations, already } = await createInvitations(actor, { wave, people, groups, lastDay })
  await markDrawUsed(id, wave)
  return { invited: invitations.length, already }
}

async function unlike(groups: { unitId: string; stratum: string }[]): Promise<Fault[]> {
  const units = new Map((await listUnits()).map(({ id, name }) => [id, name]))
  return groups.map(({ unitId, stratum }) =>
    drawnUnlike([units.get(unitId) ?? unitId, stratum].filter(Boolean).join(', ')),
  )
}

const notRepeatable: Fault = {
  question: 'wave',
  code: 'draw_not_repeatable',
  vi: 'Chọn lại từ khung và mầm đã lưu không ra những người này, nên không dùng được lần chọn mẫu này.',
  en: 'Repeating the draw from its frame and seed gives other people, so this draw cannot be used.',
}
const nobody: Fault = {
  question: 'wave',
  code: 'nobody_to_invite',
  vi: 'Không còn ai để mời: mọi người được chọn đã bị xóa hoặc không muốn nhận thư.',
  en: 'Nobody is left to invite: all drawn people were erased or have opted out.',
}
