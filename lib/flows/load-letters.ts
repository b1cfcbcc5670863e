// Letters to print: one to everybody who is invited, whether they have answered or not, so that no stack of paper tells who
// has. Codes are made here and stay on the paper; printing is a line in the audit log.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { openPerson } from '#lib/contacts/sealed-contact'
import { insertReadEvent } from '#lib/db/audit'
import { listInvited } from '#lib/db/invited-people'
import { findTemplate } from '#lib/db/message-templates'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { invitationAddress } from '#lib/messages/invitation-address'
import type { MessageLanguage } from '#lib/messages/template'
import { writeMessage } from '#lib/messages/write-message'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(100),
  unit: z.string().max(60).optional(),
  kind: z.enum(['invitation', 'last-call']).catch('invitation'),
})

export type Letter = {
  id: string
  unitId: string
  language: MessageLanguage
  /** Name, title and address in the window of the envelope; empty for letters that an office hands out itself. */
  recipient: string[]
  subject: string
  body: string
  link: string
  code: string
}

export async function loadLetters(
  actor: MaybeActor,
  input: { wave: string; unit?: string; kind?: string },
): Promise<{ wave: { id: string; title: string; isSample: boolean }; letters: Letter[] }> {
  const { wave: id, unit, kind } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', id)
  const [people, words] = await Promise.all([
    listInvited(wave.id, unit ?? null),
    findTemplate({ waveId: wave.id, kind, channel: 'letter' }),
  ])
  const units = new Map(wave.units.map((one) => [one.id, one]))
  const letters = people.map(({ invitationId, version, unitId, contactId, sealed, ...row }): Letter => {
    const person = contactId && sealed ? openPerson(contactId, sealed) : null
    const language: MessageLanguage = row.language === 'en' ? 'en' : 'vi'
    const address = invitationAddress({ id: invitationId, version, waveId: wave.id, unitId })
    const { expiresAt } = row
    const texts = words?.texts ?? null
    const facts = { kind, channel: 'letter' as const, texts, wave, expiresAt, person, language }
    const { subject, body } = writeMessage({ ...facts, ...address, unit: units.get(unitId)! })
    const recipient = person ? [[person.title, person.name].filter(Boolean).join(' '), person.address] : []
    return {
      id: invitationId,
      unitId,
      language,
      recipient: recipient.filter(Boolean),
      subject,
      body,
      ...address,
    }
  })
  const details = { kind, people: letters.length }
  await insertReadEvent(officer, { action: 'load-letters', unitId: unit ?? null, subject: wave.id, details })
  return { wave: { id: wave.id, title: wave.title, isSample: wave.isSample }, letters }
}
