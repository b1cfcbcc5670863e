// Unfinished answers that browsers have sealed. We see an id, padded bytes and the day on which they go; whose they are, of
// which wave, and what is in them, we cannot know.
import { database } from '#lib/db/client'

/** Keeps the draft until `deleteOn`; false, and nothing happens, when it is new and there are `most` already. */
export async function putDraftRow(
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
  deleteOn: Date,
  most: number,
): Promise<boolean> {
  const { sealedDraft } = database().prisma
  const changed = await sealedDraft.updateMany({ where: { id }, data: { bytes, deleteOn } })
  if (changed.count === 1) return true
  if ((await sealedDraft.count()) >= most) return false
  await sealedDraft.upsert({ where: { id }, create: { id, bytes, deleteOn }, update: { bytes, deleteOn } })
  return true
}

export async function findDraftRow(id: string): Promise<Uint8Array | null> {
  const row = await database().prisma.sealedDraft.findUnique({ where: { id }, select: { bytes: true } })
  return row?.bytes ?? null
}

export async function deleteDraftRow(id: string): Promise<void> {
  await database().prisma.sealedDraft.deleteMany({ where: { id } })
}

/** Deletes what was to go before this day; returns how many. */
export async function deleteDraftRowsBefore(day: Date): Promise<number> {
  const { count } = await database().prisma.sealedDraft.deleteMany({ where: { deleteOn: { lt: day } } })
  return count
}
