// The list for SMS and Zalo: number, name and the text with its link, of everybody who is invited and has a number, whether
// they have answered or not. Names and codes leave the system here, so it is a line in the audit log.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { openPerson } from '#lib/contacts/sealed-contact'
import { insertReadEvent } from '#lib/db/audit'
import { listInvited } from '#lib/db/invited-people'
import { findTemplate } from '#lib/db/message-templates'
import { type Row, type Table, wholeTable } from '#lib/exports/table'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { invitationAddress } from '#lib/messages/invitation-address'
import type { MessageLanguage } from '#lib/messages/template'
import { writeMessage } from '#lib/messages/write-message'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(100),
  kind: z.enum(['invitation', 'last-call']).catch('invitation'),
})

/** Columns unit, phone, name, language, text. */
export async function exportInvitations(
  actor: MaybeActor,
  input: { wave: string; kind?: string },
): Promise<Table> {
  const { wave: id, kind } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', id)
  const [people, words] = await Promise.all([
    listInvited(wave.id, null),
    findTemplate({ waveId: wave.id, kind, channel: 'text' }),
  ])
  const units = new Map(wave.units.map((unit) => [unit.id, unit]))
  const rows = people.flatMap(({ invitationId, version, unitId, contactId, sealed, ...row }): Row[] => {
    const person = contactId && sealed ? openPerson(contactId, sealed) : null
    if (!person?.phone) return []
    const language: MessageLanguage = row.language === 'en' ? 'en' : 'vi'
    const address = invitationAddress({ id: invitationId, version, waveId: wave.id, unitId })
    const unit = units.get(unitId)!
    const { expiresAt } = row
    const texts = words?.texts ?? null
    const facts = { kind, channel: 'text' as const, texts, wave, expiresAt, person, language }
    return [
      [unit.name, person.phone, person.name, language, writeMessage({ ...facts, unit, ...address }).body],
    ]
  })
  const details = { kind, people: rows.length }
  await insertReadEvent(officer, { action: 'export-invitations', subject: wave.id, details })
  return wholeTable(`${wave.id}-${kind}`, ['unit', 'phone', 'name', 'language', 'text'], rows)
}
