// The frame of a list on the day of a draw: everybody who is neither erased nor has opted out. A step of draw-contacts and
// load-draw.
import { stratumOf } from '#lib/contacts/draw-settings'
import { type FrameLine, orderFrame } from '#lib/contacts/frame'
import type { StrataChoice } from '#lib/contacts/strata-choices'
import { listContacts } from '#lib/db/contacts'

export type ListFrame = { frame: FrameLine[]; optedOut: number }

export async function buildListFrame(listId: string, strata: StrataChoice): Promise<ListFrame> {
  const people = await listContacts(listId, null)
  const asked = people.filter(({ optedOutAt }) => optedOutAt === null)
  const frame = orderFrame(
    asked.map(({ id, unitId, stratum, cluster, size }) => ({
      id,
      stratum: stratumOf(strata, unitId, stratum),
      cluster,
      size,
    })),
  )
  return { frame, optedOut: people.length - asked.length }
}
