// The public log of a wave, as everybody may see it: what it began with and all its heads. No answer, no receipt.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import {
  findFirstLeaf,
  type LoggedWave,
  listBallotKeys,
  listHeads,
  listLoggedWaves,
  type PublicKey,
} from '#lib/db/ledger'
import type { Head } from '#lib/ledger/head'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60) })

export type Ledger = Pick<LoggedWave, 'title' | 'titleEn' | 'form' | 'secrecy' | 'isSample'> & {
  wave: string
  keys: PublicKey[]
  /** What the log began with: the leaf over form, secrecy and keys. */
  firstLeaf: string
  /** A box with ballots that has not been opened: the log may have leaves whose answers nobody can read yet. */
  isBoxClosed: boolean
  /** The first one first; never empty. */
  heads: Head[]
}

/** Throws unknownWave, also for a wave whose log has not begun. */
export async function loadLedger(_anybody: MaybeActor, input: z.input<typeof shape>): Promise<Ledger> {
  const { wave: id } = requireShape(shape, input)
  const [wave] = /^[a-z0-9-]{1,60}$/.test(id) ? await listLoggedWaves(id) : []
  const heads = wave ? await listHeads(id) : []
  const firstLeaf = heads.length > 0 ? await findFirstLeaf(id) : null
  if (!wave || !firstLeaf) throw problems.unknownWave({ wave: id })
  const { title, titleEn, form, secrecy, isSample } = wave
  const isBoxClosed = secrecy === 'ballot' && wave.boxOpenedAt === null
  const keys = await listBallotKeys(id)
  return { wave: id, title, titleEn, form, secrecy, isSample, isBoxClosed, keys, firstLeaf, heads }
}
