// The draws of villages, the newest first.
import { allow, type MaybeActor } from '#lib/access'
import { listVillageDrawRows } from '#lib/db/village-draws'

export type VillageDrawLine = {
  id: string
  title: string
  method: string
  frame: number
  drawn: number
  drawnAt: Date
}

export async function listVillageDraws(actor: MaybeActor): Promise<VillageDrawLine[]> {
  allow(actor, 'contacts.draw')
  const rows = await listVillageDrawRows()
  return rows.map(({ id, title, method, frame, drawn, drawnAt }) => ({
    id,
    title,
    method,
    frame: (frame as unknown[]).length,
    drawn: (drawn as unknown[]).length,
    drawnAt,
  }))
}
