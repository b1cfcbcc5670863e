// A draw with its result by stratum, repeated on the spot from its frame and seed: the page says whether the same people come
// out, and what has changed in the list since. No name is read.
import { allow, type MaybeActor } from '#lib/access'
import { drawSample, type StratumDrawn } from '#lib/contacts/draw-sample'
import { type DrawSettings, drawSettings, planDraw } from '#lib/contacts/draw-settings'
import { type FrameLine, hashFrame } from '#lib/contacts/frame'
import type { ContactListRow } from '#lib/db/contact-lists'
import { findContacts } from '#lib/db/contacts'
import { type DrawnRow, findSampleDraw, type SampleDrawRow } from '#lib/db/sample-draws'
import { buildListFrame } from '#lib/flows/build-list-frame'
import { requireList } from '#lib/flows/find-contact-list'
import { problems } from '#lib/problem'

export type LoadedDraw = {
  list: ContactListRow
  draw: Omit<SampleDrawRow, 'settings'>
  settings: DrawSettings
  strata: StratumDrawn[]
  drawn: DrawnRow[]
  /** Whether frame and seed give the very same people and probabilities again, and the frame is the one that was hashed. */
  isRepeatable: boolean
  /** The list today: gone or opted out since, come since. */
  since: { gone: number; come: number }
  /** Drawn people who cannot be invited any more. */
  unreachable: number
}

/** Throws notFound. */
export async function loadDraw(actor: MaybeActor, { id }: { id: string }): Promise<LoadedDraw> {
  allow(actor, 'contacts.draw')
  const found = await findSampleDraw(id).catch(() => null)
  if (!found) throw problems.notFound({ what: 'lần chọn mẫu', id })
  const { frame: stored, drawn, settings: kept, ...draw } = found
  const frame = stored as FrameLine[]
  const settings = drawSettings.parse({ method: draw.method, ...(kept as object) })
  const again = drawSample(frame, planDraw(frame, settings), draw.seed, draw.frameHash)
  const key = (one: { stratum: string; cluster: string; probability: number }, person: string) =>
    JSON.stringify([person, one.stratum, one.cluster, one.probability])
  const first = drawn.map((one) => key(one, one.contactId)).sort()
  const second = 'drawn' in again ? again.drawn.map((one) => key(one, one.id)).sort() : []
  const [list, today, people] = await Promise.all([
    requireList(draw.listId),
    buildListFrame(draw.listId, settings.strata),
    findContacts(drawn.map(({ contactId }) => contactId)),
  ])
  const [then, now] = [new Set(frame.map((line) => line.id)), new Set(today.frame.map((line) => line.id))]
  return {
    list,
    draw,
    settings,
    strata: 'strata' in again ? again.strata : [],
    drawn,
    isRepeatable: hashFrame(frame) === draw.frameHash && first.join('\n') === second.join('\n'),
    since: {
      gone: [...then].filter((one) => !now.has(one)).length,
      come: [...now].filter((one) => !then.has(one)).length,
    },
    unreachable: people.filter(({ erasedAt, optedOutAt }) => erasedAt || optedOutAt).length,
  }
}
