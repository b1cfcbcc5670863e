// What officers see of the invitations of a wave: counts by unit, mailings, addresses that do not work, and what can be sent
// by which channel. Counts only: nobody sees who has answered.
import type { MaybeActor } from '#lib/access'
import { openPerson } from '#lib/contacts/sealed-contact'
import { insertReadEvent } from '#lib/db/audit'
import { listBallotGroups } from '#lib/db/ballot-groups'
import { countReached } from '#lib/db/invited-people'
import { findAlert } from '#lib/db/late-unit-alerts'
import { listMailings, type MailingRow } from '#lib/db/mailings'
import { listUndeliverable } from '#lib/db/undeliverable-addresses'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { findSendingHours, findSmtp, findWebhook } from '#lib/flows/find-message-access'
import { lateUnits } from '#lib/messages/late-units'
import type { SendingHours } from '#lib/messages/sending-hours'
import type { UnitProgress } from '#lib/messages/unit-progress'

export type Trouble = {
  contactId: string
  unitId: string
  name: string
  address: string
  reason: string
  notedOn: Date
}
export type InvitationsPage = {
  wave: { id: string; title: string; titleEn: string; closesAt: Date; isSample: boolean; isOver: boolean }
  units: UnitProgress[]
  mailings: MailingRow[]
  troubles: Trouble[]
  canMail: boolean
  canPostText: boolean
  hours: SendingHours
  alert: { daysBefore: number; recipients: string } | null
}

/** Opening the list of addresses that do not work is a line in the audit log. */
export async function loadInvitations(actor: MaybeActor, input: { wave: string }): Promise<InvitationsPage> {
  const { officer, wave } = await findConfidentialWave(actor, 'messages.read', input.wave)
  const [groups, reached, mailings, refused, smtp, webhook, hours, alert] = await Promise.all([
    listBallotGroups(wave.id, null),
    countReached(wave.id),
    listMailings(wave.id),
    listUndeliverable(wave.id),
    findSmtp(),
    findWebhook(),
    findSendingHours(),
    findAlert(wave.id),
  ])
  const sum = (unitId: string, count: 'invited' | 'issued' | 'cast') =>
    groups.filter((group) => group.unitId === unitId).reduce((total, group) => total + group[count], 0)
  const progress = wave.units.map(({ id: unitId, name, nameEn, target }) => ({
    unitId,
    name,
    nameEn,
    target,
    invited: sum(unitId, 'invited'),
    reached: reached.get(unitId) ?? 0,
    undeliverable: refused.filter((one) => one.unitId === unitId).length,
    issued: sum(unitId, 'issued'),
    cast: sum(unitId, 'cast'),
  }))
  const late = new Set(lateUnits(progress, wave.closesAt, alert?.daysBefore ?? 0, new Date()))
  if (refused.length > 0)
    await insertReadEvent(officer, {
      action: 'load-invitations',
      subject: wave.id,
      details: { people: refused.length },
    })
  const { id, title, titleEn, closesAt, isSample } = wave
  return {
    wave: {
      id,
      title,
      titleEn,
      closesAt,
      isSample,
      isOver: closesAt <= new Date() || wave.cancelledAt !== null,
    },
    units: progress.map((unit) => ({ ...unit, isLate: late.has(unit.unitId) })),
    mailings,
    troubles: refused.map(({ contactId, unitId, channel, reason, notedOn, sealed }) => {
      const person = openPerson(contactId, sealed!)
      const address = channel === 'email' ? person.email : person.phone
      return { contactId, unitId, name: person.name, address, reason, notedOn }
    }),
    canMail: smtp !== null,
    canPostText: webhook !== null,
    hours,
    alert,
  }
}
