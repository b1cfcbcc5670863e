// The first leaf of a wave's log is the hash of its list of keys, logged before the wave opens. A browser computes it from
// the list that it was given and has the log prove that this very leaf stands first under a head that the server has signed
// for everybody: a list made for one delegate has no such proof.
import type { KeyList } from '#lib/ballots/ballot-key'
import { waveLeaf } from '#lib/ledger/leaf'
import { isProven, type LeafProof } from '#lib/ledger/receipt-file'

/** The leaf of this list if the log has it as its first, else null. Rejects without a network. */
export async function provenFirstLeaf(list: KeyList): Promise<string | null> {
  const leaf = waveLeaf(list)
  const response = await fetch(`/api/ledger/${encodeURIComponent(list.wave)}/proof/${leaf}`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  if (!response.ok) return null
  const proof = (await response.json()) as LeafProof
  return proof.index === 0 && isProven(list.wave, leaf, proof) ? leaf : null
}
