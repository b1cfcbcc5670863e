// The receipt file of an answer. The server hands out nobody's answer by its number, which others may have seen: whoever
// asks sends the answer along, as it was sent when it was stored, and gets back how it is counted, signed.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { canonicalJson } from '#lib/canonical-json'
import { findAnswerFacts } from '#lib/db/answer-facts'
import { listLoggedWaves } from '#lib/db/ledger'
import { findProof } from '#lib/flows/prove-leaf'
import { recallWave } from '#lib/flows/recall-wave'
import { takeTurn } from '#lib/flows/take-turn'
import { answerLeaf } from '#lib/ledger/leaf'
import { signPromise } from '#lib/ledger/promise'
import type { ReceiptFile } from '#lib/ledger/receipt-file'
import { ledgerSigner } from '#lib/ledger-signer'
import { problems } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(60),
  receipt: z.uuid().toLowerCase(),
  answers: z.custom<Record<string, unknown>>(
    (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw),
  ),
})

/** Takes what POST /api/answers took. Throws unknownWave, receiptNotYours, receiptStaysSecret. */
export async function makeReceipt(_anybody: MaybeActor, input: unknown): Promise<ReceiptFile> {
  const { wave: id, receipt, answers } = requireShape(shape, input)
  const wave = await recallWave(id)
  const answer = await findAnswerFacts(id, receipt)
  const [logged] = await listLoggedWaves(id)
  if (logged?.secrecy === 'ballot') throw problems.receiptStaysSecret({})
  const check = () => checkAnswers(wave.compiled, answers).answers
  const checked = wave.compiled.checker === 'survey' ? await takeTurn(check) : check()
  if (!answer || canonicalJson(answer.answers) !== canonicalJson(checked)) throw problems.receiptNotYours({})
  const leaf = answerLeaf(answer)
  const promise = signPromise(id, leaf, ledgerSigner())
  return { thuocDoReceipt: 1, answer, leaf, promise, proof: await findProof(id, leaf) }
}
