// Nothing is signed with a key that the public cannot see: the list of keys must stand in the log of the wave as it is now. The
// lane of the log sees to that before the wave opens; whoever comes before it, at the very first minute, brings the log on.
import { findFirstLeaf } from '#lib/db/ledger'
import { listBallotKeys } from '#lib/flows/list-ballot-keys'
import { logAnswers } from '#lib/flows/log-answers'
import { waveLeaf } from '#lib/ledger/leaf'
import { problems } from '#lib/problem'

/** The first leaf of the log of a wave, which is begun if it has to be; null when it cannot begin yet. */
export async function beginLog({ id }: { id: string }): Promise<string | null> {
  const leaf = await findFirstLeaf(id)
  if (leaf) return leaf
  await logAnswers(null, { wave: id })
  return findFirstLeaf(id)
}

/** Throws keysNotPublished. */
export async function requireLoggedKeys(wave: { id: string }): Promise<void> {
  const list = await listBallotKeys(null, { wave: wave.id })
  if ((await beginLog(wave)) !== waveLeaf(list)) throw problems.keysNotPublished({})
}
