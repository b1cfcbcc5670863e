// The sealed draft behind a resume code: bytes that only the code can open.
import type { MaybeActor } from '#lib/access'
import { isDraftId } from '#lib/ballots/draft-rules'
import { findDraftRow } from '#lib/db/sealed-drafts'
import { problems } from '#lib/problem'

/** Open to everybody who knows the id. Throws notFound. */
export async function loadDraft(_actor: MaybeActor, { id }: { id: string }): Promise<Uint8Array> {
  const bytes = isDraftId(id) ? await findDraftRow(id) : null
  if (!bytes) throw problems.notFound({ what: 'bản nháp', id: '' })
  return bytes
}
