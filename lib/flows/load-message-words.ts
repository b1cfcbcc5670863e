// The words of one kind of message of a wave, as they stand, and how they read for somebody made up.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { findTemplate } from '#lib/db/message-templates'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { defaultTemplate } from '#lib/messages/default-templates'
import { publicAddress } from '#lib/messages/invitation-address'
import { messageKinds, type TemplateTexts, templateChannels, type Words } from '#lib/messages/template'
import { writeMessage } from '#lib/messages/write-message'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(100),
  kind: z.enum(messageKinds).catch('invitation'),
  channel: z.enum(templateChannels).catch('email'),
})

export type MessageWords = z.output<typeof shape> & {
  texts: TemplateTexts
  /** False: our own words, nobody has written any for this wave. */
  isWritten: boolean
  preview: { vi: Words; en: Words }
}

export async function loadMessageWords(
  actor: MaybeActor,
  input: { wave: string; kind?: string; channel?: string },
): Promise<MessageWords> {
  const { wave: id, kind, channel } = requireShape(shape, input)
  const { wave } = await findConfidentialWave(actor, 'messages.read', id)
  const written = await findTemplate({ waveId: wave.id, kind, channel })
  const texts = written?.texts ?? defaultTemplate(kind, channel)
  const unit = wave.units[0] ?? { id: '', name: '…', nameEn: '…' }
  const code = 'ABCD-EFGH-JKMN-PQRS-TVWX' // as long as a real one, and nobody's
  const link = `${publicAddress()}/s/${wave.id}?u=${unit.id}#${code}`
  const facts = { kind, channel, texts, wave, expiresAt: null, unit, link, code }
  const reads = (language: 'vi' | 'en', title: string, name: string) =>
    writeMessage({ ...facts, language, person: { title, name } })
  const preview = {
    vi: reads('vi', 'Đại biểu', 'Nguyễn Thị Mẫu'),
    en: reads('en', 'Delegate', 'Nguyễn Thị Mẫu'),
  }
  return { wave: id, kind, channel, texts, isWritten: written !== null, preview }
}
