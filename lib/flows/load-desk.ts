// A delegate's own desk: what is asked of them, by when, why, and the code that opens it. It knows whether a ballot was
// taken, as the invitation does, and nothing of any answer; once the box is open it knows not even that.
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
  closesAt: Date
  /** taken: a ballot was issued to this invitation; whether it was sent, nobody can know. */
  state: 'later' | 'open' | 'taken' | 'ended'
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
  const isOpen = ({ state }: DeskLine) => state === 'open' || state === 'taken'
  return [...lines.filter(isOpen), ...lines.filter((line) => !isOpen(line))]
}

function lineOf(invitation: OwnInvitation, wave: RecalledWave): DeskLine {
  const { id, version, unitId } = invitation
  const state = stateOf(invitation, wave)
  const unit = wave.units.get(unitId)
  const canOpen = state === 'open' || state === 'taken'
  return {
    wave: wave.id,
    unit: unitId,
    title: { vi: wave.title, en: wave.titleEn },
    unitName: { vi: unit?.name ?? unitId, en: unit?.nameEn ?? unitId },
    why: { vi: wave.file.purpose.vi, en: wave.file.purpose.en ?? wave.file.purpose.vi },
    minutes: wave.file.minutes,
    opensAt: wave.opensAt,
    closesAt: wave.closesAt,
    state,
    code: canOpen ? deriveInvitationCode(invitationKey(), id, version) : null,
  }
}

function stateOf(
  { isSigned, expiresAt }: OwnInvitation,
  { opensAt, closesAt }: RecalledWave,
): DeskLine['state'] {
  const now = new Date()
  if (now >= closesAt || (expiresAt && expiresAt <= now && !isSigned)) return 'ended'
  if (now < opensAt) return 'later'
  return isSigned ? 'taken' : 'open'
}
