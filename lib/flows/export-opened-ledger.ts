// The file of a log with the answer beside each leaf, for analysts: it shows that what they counted is what was answered.
// Receipts stand in it, because no leaf can be computed without: whoever has this file and somebody's receipt knows that
// person's answer, also in a confidential wave. Every download leaves a line in the audit log.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { findContest } from '#lib/db/contests'
import { openedLines } from '#lib/db/log-lines'
import { beginningOf, type LedgerExport } from '#lib/flows/export-ledger'
import { loadLedger } from '#lib/flows/load-ledger'
import { writeExport } from '#lib/ledger/write-export'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60) })

/** Up to the newest head. Throws unknownWave, also for a contest: its answers are no data. The texts must be read to their end, or returned, to free the connection. */
export async function exportOpenedLedger(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<LedgerExport> {
  const analyst = allow(actor, 'responses.export')
  const { wave } = requireShape(shape, input)
  if (await findContest(wave)) throw problems.unknownWave({ wave })
  const ledger = await loadLedger(actor, { wave })
  const { heads } = ledger
  const head = heads.at(-1)!
  await insertReadEvent(analyst, {
    action: 'export-opened-ledger',
    subject: wave,
    details: { size: head.size },
  })
  const beginning = { ...beginningOf(ledger), hasAnswers: !ledger.isBoxClosed }
  const texts = writeExport(beginning, openedLines(wave, head.size), heads)
  return { name: `${wave}-ledger-answers_${head.size}-leaves.jsonl`, head, texts }
}
