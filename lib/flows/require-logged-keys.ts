// Nothing is signed with a key that the public cannot see: the list of keys must stand in the log of the wave as it is now.

import { findLedgerLeaf } from '#lib/db/ledger-leaf'
import { listBallotKeys } from '#lib/flows/list-ballot-keys'
import { waveLeaf } from '#lib/ledger/leaf'
import { problems } from '#lib/problem'

/** Throws keysNotPublished. */
export async function requireLoggedKeys({ id }: { id: string }): Promise<void> {
  const [list, leaf] = await Promise.all([listBallotKeys(null, { wave: id }), findLedgerLeaf(id, 0)])
  if (leaf !== waveLeaf(list)) throw problems.keysNotPublished({})
}
