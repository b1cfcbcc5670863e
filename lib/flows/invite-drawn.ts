// The people of a draw are invited to a confidential wave, with the weight that follows from the draw. Those who were erased or
// opted out since get nothing. Unequal weights in a group, and groups that are too small, are refused by create-invitations.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findContacts } from '#lib/db/contacts'
import { markDrawUsed } from '#lib/db/sample-draws'
import { createInvitations } from '#lib/flows/create-invitations'
import { loadDraw } from '#lib/flows/load-draw'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ draw: z.string(), wave: z.string().max(60) })

export type Invited = { invited: number; already: number }

/** Throws notFound, unknownWave, invalidInput (a draw that cannot be repeated, groups that would not stay secret). */
export async function inviteDrawn(actor: MaybeActor, input: z.input<typeof shape>): Promise<Invited> {
  allow(actor, 'contacts.draw')
  const { draw: id, wave } = requireShape(shape, input)
  const { drawn, isRepeatable, settings } = await loadDraw(actor, { id })
  if (!isRepeatable) throw problems.invalidInput({ faults: [notRepeatable] })
  const contacts = new Map(
    (await findContacts(drawn.map((one) => one.contactId))).map((one) => [one.id, one]),
  )
  const hasGroups = settings.strata === 'group' || settings.strata === 'unit-group'
  const people = drawn.flatMap(({ contactId, probability }) => {
    const contact = contacts.get(contactId)
    if (!contact?.sealed || contact.optedOutAt) return []
    const stratum = hasGroups ? contact.stratum : ''
    return [{ unitId: contact.unitId, stratum, weight: 1 / probability, contactId }]
  })
  if (people.length === 0) throw problems.invalidInput({ faults: [nobody] })
  const { invitations, already } = await createInvitations(actor, { wave, people })
  await markDrawUsed(id, wave)
  return { invited: invitations.length, already }
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
