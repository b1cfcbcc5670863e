// Keeps a draft that its browser has sealed, so that another device can go on with the resume code. Whoever knows the id may
// write and delete it: the id follows from the code (lib/ballots/draft-rules.ts says what is taken).
import type { MaybeActor } from '#lib/access'
import { daysKept, isDraftId, isDraftSize, mostDrafts } from '#lib/ballots/draft-rules'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { putDraftRow } from '#lib/db/sealed-drafts'
import { problems } from '#lib/problem'

/** Open to everybody who knows the id. Throws draftMalformed and draftsFull. */
export async function putDraft(
  _actor: MaybeActor,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<void> {
  if (!isDraftId(id) || !isDraftSize(bytes.length)) throw problems.draftMalformed({})
  const deleteOn = new Date(dayInVietNam(new Date()))
  deleteOn.setUTCDate(deleteOn.getUTCDate() + daysKept)
  if (!(await putDraftRow(id, new Uint8Array(bytes), deleteOn, mostDrafts))) throw problems.draftsFull({})
}
