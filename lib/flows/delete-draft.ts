// Deletes a sealed draft, after the ballot was cast or because its owner wants it gone. None there is as good as deleted.
import type { MaybeActor } from '#lib/access'
import { isDraftId } from '#lib/ballots/draft-rules'
import { deleteDraftRow } from '#lib/db/sealed-drafts'

/** Open to everybody who knows the id. */
export async function deleteDraft(_actor: MaybeActor, { id }: { id: string }): Promise<void> {
  if (isDraftId(id)) await deleteDraftRow(id)
}
