// A draw of villages, repeated on the spot from its frame and seed, and the text with which a wave takes it over.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import type { StratumDrawn } from '#lib/contacts/draw-sample'
import { drawVillages, type VillageLine, type VillagePlan, villagesAsText } from '#lib/contacts/draw-villages'
import { findVillageDraw, type VillageDrawRow } from '#lib/db/village-draws'
import type { DrawnCluster } from '#lib/imports/parse-clusters'
import { problems } from '#lib/problem'

export type LoadedVillageDraw = Pick<
  VillageDrawRow,
  'id' | 'title' | 'method' | 'seed' | 'frameHash' | 'drawnAt'
> & {
  settings: { perStratum: number; perVillage: number }
  frameSize: number
  clusters: DrawnCluster[]
  strata: StratumDrawn[]
  isRepeatable: boolean
  /** What a wave's form takes. */
  text: string
}

const kept = z.object({ perStratum: z.number(), perVillage: z.number() })

/** Throws notFound. */
export async function loadVillageDraw(actor: MaybeActor, { id }: { id: string }): Promise<LoadedVillageDraw> {
  allow(actor, 'contacts.draw')
  const found = await findVillageDraw(id).catch(() => null)
  if (!found) throw problems.notFound({ what: 'lần chọn thôn', id })
  const frame = found.frame as VillageLine[]
  const clusters = found.drawn as DrawnCluster[]
  const settings = kept.parse(found.settings)
  const again = drawVillages(
    frame,
    { method: found.method as VillagePlan['method'], ...settings },
    found.seed,
  )
  const isSame = 'clusters' in again && again.frameHash === found.frameHash
  const { id: _id, title, method, seed, frameHash, drawnAt } = found
  return {
    id,
    title,
    method,
    seed,
    frameHash,
    drawnAt,
    settings,
    frameSize: frame.length,
    clusters,
    strata: 'strata' in again ? again.strata : [],
    isRepeatable: isSame && villagesAsText(again.clusters) === villagesAsText(clusters),
    text: villagesAsText(clusters),
  }
}
