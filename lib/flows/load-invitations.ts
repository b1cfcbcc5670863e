// What officers see of the invitations of a wave: counts by unit, mailings, addresses that do not work, and what can be sent
// by which channel. Counts only: nobody sees who has answered.
import type { MaybeActor } from '#lib/access'
import { shownCount, shownProgress } from '#lib/ballots/ballot-progress'
import { openPerson } from '#lib/contacts/sealed-contact'
import { type CountRange, exactly } from '#lib/count-range'
import { insertReadEvent } from '#lib/db/audit'
import { type BallotGroupLine, listBallotGroups } from '#lib/db/ballot-groups'
import { findInvitationExpiry } from '#lib/db/insert-invitations'
import { countReached } from '#lib/db/invited-people'
import { findAlert } from '#lib/db/late-unit-alerts'
import { listMailings, type MailingRow } from '#lib/db/mailings'
import { listUndeliverable } from '#lib/db/undeliverable-addresses'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { findSendingHours, findSmtp, findWebhook } from '#lib/flows/find-message-access'
import { lateUnits } from '#lib/messages/late-units'
import { type MessageState, tellsNothing } from '#lib/messages/message-state'
import type { SendingHours } from '#lib/messages/sending-hours'
import { ofUnit, type UnitProgress } from '#lib/messages/unit-progress'

export type Trouble = {
  contactId: string
  unitId: string
  name: string
  address: string
  reason: string
}
/** How many messages are in which state; ranges where a number could tell how many had not answered. */
export type ShownMailing = Omit<MailingRow, 'counts'> & { counts: Record<MessageState, CountRange> }
export type InvitationsPage = {
  wave: { id: string; title: string; titleEn: string; closesAt: Date; isSample: boolean; isOver: boolean }
  units: UnitProgress[]
  mailings: ShownMailing[]
  troubles: Trouble[]
  canMail: boolean
  canPostText: boolean
  hours: SendingHours
  /** The last moment at which invitations can be used; null while there are none. */
  expiresAt: Date | null
  alert: { daysBefore: number; recipients: string } | null
}

/** Opening the list of addresses that do not work is a line in the audit log. */
export async function loadInvitations(actor: MaybeActor, input: { wave: string }): Promise<InvitationsPage> {
  const { officer, wave } = await findConfidentialWave(actor, 'messages.read', input.wave)
  const [groups, reached, mailings, refused, smtp, webhook, hours, alert, expiresAt] = await Promise.all([
    listBallotGroups(wave.id, null),
    countReached(wave.id),
    listMailings(wave.id),
    listUndeliverable(wave.id),
    findSmtp(),
    findWebhook(),
    findSendingHours(),
    findAlert(wave.id),
    findInvitationExpiry(wave.id),
  ])
  const shown = groups.map(shownProgress)
  const progress = wave.units.map(({ id: unitId, name, nameEn, target }) => ({
    unitId,
    name,
    nameEn,
    target,
    ...ofUnit(unitId, shown),
    reached: reached.get(unitId) ?? 0,
    undeliverable: refused.filter((one) => one.unitId === unitId).length,
  }))
  const hasReminders = mailings.some(({ kind }) => !tellsNothing(kind))
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
    mailings: mailings.map((mailing) => shownMailing(mailing, { groups, hasReminders })),
    troubles: refused.map(({ contactId, unitId, channel, reason, sealed }) => {
      const person = openPerson(contactId, sealed!)
      const address = channel === 'email' ? person.email : person.phone
      return { contactId, unitId, name: person.name, address, reason }
    }),
    canMail: smtp !== null,
    canPostText: webhook !== null,
    hours,
    expiresAt,
    alert,
  }
}

/**
 * A reminder's count is the number of unused invitations on its day: as coarse as that, and so is what became of its messages.
 * A mailing that is still going out passes over those who were reminded on the same day.
 */
function shownMailing(
  { counts, ...mailing }: MailingRow,
  { groups, hasReminders }: { groups: BallotGroupLine[]; hasReminders: boolean },
): ShownMailing {
  const invited = groups.reduce((sum, group) => sum + group.invited, 0)
  const isExact = tellsNothing(mailing.kind) && (mailing.status !== 'running' || !hasReminders)
  const shown = isExact ? exactly : (count: number) => shownCount(count, invited)
  const { planned, sent, bounced, failed, skipped } = counts
  return {
    ...mailing,
    counts: {
      ...{ planned: shown(planned), sent: shown(sent), skipped: shown(skipped) },
      ...{ bounced: shown(bounced), failed: shown(failed) },
    },
  }
}
