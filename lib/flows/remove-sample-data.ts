// An administrator takes the sample data out: sample waves with their answers and releases, sample figures, sample
// accounts. Whoever presses the button with a sample account is signed out by it.
import { allow, type MaybeActor } from '#lib/access'
import { deleteSampleData } from '#lib/db/delete-sample-data'

/** Removes everything marked as sample and says how many answers went. Harmless when there is nothing left. */
export async function removeSampleData(actor: MaybeActor): Promise<{ responses: number }> {
  return deleteSampleData(allow(actor, 'sample.remove'))
}
