// An officer writes the words of a kind of message. Earlier words stay as they were: mailings already planned keep theirs.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { insertTemplate } from '#lib/db/message-templates'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { checkTemplate, messageKinds, templateChannels, templateShape } from '#lib/messages/template'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(100),
  kind: z.enum(messageKinds),
  channel: z.enum(templateChannels),
  texts: templateShape,
})

/** Throws invalidInput with a fault at every field that cannot stay so. */
export async function saveMessageWords(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { wave: id, kind, channel, texts } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', id)
  const faults = checkTemplate(texts, channel)
  if (faults.length > 0) throw problems.invalidInput({ faults })
  await insertTemplate({ waveId: wave.id, kind, channel }, texts, officer.userId)
  await insertAuditEvent(officer, {
    action: 'save-message-words',
    subject: wave.id,
    details: { kind, channel },
  })
}
