// A delegate's own desk: what is asked of them, by when, why, and the code that opens it. It does not say whether the ballot was
// taken: officers open these accounts and hand their first password over, and must not read there who has answered.
import { allow, type MaybeActor } from '#lib/access'
import { deriveInvitationCode } from '#lib/ballots/derive-invitation-code'
import { listInvitationsOf, type OwnInvitation } from '#lib/db/invitations-of-contact'
import { findContactOfUser } from '#lib/db/users'
import { invitationKey } from '#lib/flows/find-invitation'
import { type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import type { Sentence } from '#lib/problem'

export type DeskLine = {
  wave: string
  unit: string
  title: Sentence
  unitName: Sentence
  why: Sentence
  minutes: number
  opensAt: Date
  /** Until when the ballot can be taken: the end of the invitation or of the wave. */
  takeBy: Date
  /** expired: this invitation can be used no more, but its wave goes on. */
  state: 'later' | 'open' | 'expired' | 'ended'
  /** Opens the ballot; null when it cannot be opened now. */
  code: string | null
}

/** For accounts of delegates only. What still can be answered comes first. */
export async function loadDesk(actor: MaybeActor): Promise<DeskLine[]> {
  const delegate = allow(actor, 'desk.read')
  const contactId = await findContactOfUser(delegate.userId)
  const invitations = contactId ? await listInvitationsOf(contactId) : []
  const lines = await Promise.all(
    invitations.map(async (invitation) => lineOf(invitation, await recallWave(invitation.waveId))),
  )
  const isDue = ({ state }: DeskLine) => state === 'open'
  return [...lines.filter(isDue), ...lines.filter((line) => !isDue(line))]
}

function lineOf(invitation: OwnInvitation, wave: RecalledWave): DeskLine {
  const { id, version, unitId, expiresAt } = invitation
  const state = stateOf(invitation, wave)
  const unit = wave.units.get(unitId)
  return {
    wave: wave.id,
    unit: unitId,
    title: { vi: wave.title, en: wave.titleEn },
    unitName: { vi: unit?.name ?? unitId, en: unit?.nameEn ?? unitId },
    why: { vi: wave.file.purpose.vi, en: wave.file.purpose.en ?? wave.file.purpose.vi },
    minutes: wave.file.minutes,
    opensAt: wave.opensAt,
    takeBy: expiresAt && expiresAt < wave.closesAt ? expiresAt : wave.closesAt,
    state,
    code: state === 'open' || state === 'expired' ? deriveInvitationCode(invitationKey(), id, version) : null,
  }
}

function stateOf({ expiresAt }: OwnInvitation, { opensAt, closesAt }: RecalledWave): DeskLine['state'] {
  const now = new Date()
  if (now >= closesAt) return 'ended'
  if (expiresAt && expiresAt <= now) return 'expired'
  return now < opensAt ? 'later' : 'open'
}
