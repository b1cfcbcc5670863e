// The public keys of a confidential wave, the same for everybody: what delegates' browsers compare their key with, and what
// the first leaf of the wave's log is the hash of.
import type { MaybeActor } from '#lib/access'
import type { KeyList } from '#lib/ballots/ballot-key'
import { listBallotKeys as listRows } from '#lib/db/ledger'
import { recallWave } from '#lib/flows/recall-wave'
import { problems } from '#lib/problem'

/** Open to everybody. Throws unknownWave, also for a wave without ballots. */
export async function listBallotKeys(_actor: MaybeActor, input: { wave: string }): Promise<KeyList> {
  const wave = await recallWave(input.wave)
  if (wave.secrecy !== 'ballot') throw problems.unknownWave({ wave: wave.id })
  return { wave: wave.id, form: wave.formName, secrecy: 'ballot', keys: await listRows(wave.id) }
}
