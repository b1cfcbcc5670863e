// Is the answer with this receipt number in the log? For people without a script and without their receipt file: shows
// where, never what was answered. Not for confidential waves: asking would tell the server which ballot is whose.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { findAnswerFacts } from '#lib/db/answer-facts'
import { findHeadOver, findLeafIndex, listLoggedWaves } from '#lib/db/ledger'
import type { FoundReceipt } from '#lib/ledger/found-receipt'
import { answerLeaf } from '#lib/ledger/leaf'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60), receipt: z.string().max(80) })

/** Throws unknownWave, receiptMistyped, receiptStaysSecret. */
export async function findReceipt(_anybody: MaybeActor, input: z.input<typeof shape>): Promise<FoundReceipt> {
  const { wave: id, receipt: typed } = requireShape(shape, input)
  const [wave] = /^[a-z0-9-]{1,60}$/.test(id) ? await listLoggedWaves(id) : []
  if (!wave) throw problems.unknownWave({ wave: id })
  if (wave.secrecy === 'ballot') throw problems.receiptStaysSecret({})
  const receipt = typed.replace(/[\s-]/g, '').toLowerCase()
  if (!/^[0-9a-f]{32}$/.test(receipt)) throw problems.receiptMistyped({})
  const facts = await findAnswerFacts(id, receipt)
  if (!facts) return { state: 'unknown' }
  const leaf = answerLeaf(facts)
  const index = await findLeafIndex(id, leaf)
  const head = index === null ? null : await findHeadOver(id, index)
  return index === null || !head ? { state: 'waiting', leaf } : { state: 'logged', leaf, index, head }
}
