// The draws that were made from a list, all of them.
import { allow, type MaybeActor } from '#lib/access'
import type { ContactListRow } from '#lib/db/contact-lists'
import { listSampleDraws, type SampleDrawRow } from '#lib/db/sample-draws'
import { buildListFrame } from '#lib/flows/build-list-frame'
import { requireList } from '#lib/flows/find-contact-list'

export type DrawList = {
  list: ContactListRow
  draws: (SampleDrawRow & { drawn: number })[]
  /** Who could be drawn today. */
  frameSize: number
  optedOut: number
}

/** Throws notFound. */
export async function listDraws(actor: MaybeActor, { list: id }: { list: string }): Promise<DrawList> {
  allow(actor, 'contacts.draw')
  const list = await requireList(id)
  const [draws, { frame, optedOut }] = await Promise.all([
    listSampleDraws(list.id),
    buildListFrame(list.id, 'none'),
  ])
  return {
    list,
    draws,
    frameSize: frame.length,
    optedOut,
  }
}
