// The file of a log as everybody may have it, for `npm run ledger -- verify`: leaves and heads, no answer, no receipt.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { closedLines } from '#lib/db/log-lines'
import { type Ledger, loadLedger } from '#lib/flows/load-ledger'
import type { Beginning } from '#lib/ledger/export-line'
import type { Head } from '#lib/ledger/head'
import { writeExport } from '#lib/ledger/write-export'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60) })

export type LedgerExport = { name: string; head: Head; texts: AsyncGenerator<string> }

/** Up to the newest head. Throws unknownWave. */
export async function exportLedger(actor: MaybeActor, input: z.input<typeof shape>): Promise<LedgerExport> {
  const { wave } = requireShape(shape, input)
  const ledger = await loadLedger(actor, { wave })
  const { heads } = ledger
  const head = heads.at(-1)!
  const beginning = beginningOf(ledger)
  const texts = writeExport(beginning, closedLines(wave, head.size), heads)
  return { name: `${wave}-ledger_${head.size}-leaves.jsonl`, head, texts }
}

/** The first line of the file. */
export function beginningOf({ wave, title, titleEn, form, secrecy, keys, heads }: Ledger): Beginning {
  return { thuocDoLog: 1, wave, title, titleEn, form, secrecy, keys, size: heads.at(-1)!.size }
}
