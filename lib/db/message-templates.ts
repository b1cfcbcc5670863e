// The words of a wave's messages. Every change is a new row; the newest counts, and a planned mailing keeps the one it was
// planned with.
import { database } from '#lib/db/client'
import type { MessageKind, TemplateChannel, TemplateTexts } from '#lib/messages/template'

type Place = { waveId: string; kind: MessageKind; channel: TemplateChannel }

/** The newest words for a kind and channel, or null. */
export async function findTemplate(place: Place): Promise<{ id: number; texts: TemplateTexts } | null> {
  const row = await database().prisma.messageTemplate.findFirst({ where: place, orderBy: { id: 'desc' } })
  return row && { id: row.id, texts: row.texts as TemplateTexts }
}

export async function insertTemplate(place: Place, texts: TemplateTexts, enteredBy: string): Promise<void> {
  await database().prisma.messageTemplate.create({ data: { ...place, texts, enteredBy } })
}
