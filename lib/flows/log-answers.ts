// Brings the public logs up to date: what is due (lib/ledger/log-step.ts) is appended, and a head signed. Called every few
// minutes by its lane; whoever calls, nothing is told but what everybody can read.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { appendLeaves } from '#lib/db/append-leaves'
import { listLoggedWaves } from '#lib/db/ledger'
import type { Head } from '#lib/ledger/head'
import { hasEnded, logStep } from '#lib/ledger/log-step'
import { ledgerSigner } from '#lib/ledger-signer'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  /** One wave instead of all. */
  wave: z.string().max(60).optional(),
  now: z.date().default(() => new Date()),
  /** Takes in at once what a later run would: for the sample data, which arrive all together. */
  isAtOnce: z.boolean().default(false),
})

/** Returns the heads that were added. Waves are worked off one after the other; one that fails stops the run. */
export async function logAnswers(_anybody: MaybeActor, input: z.input<typeof shape> = {}): Promise<Head[]> {
  const { wave: one, now, isAtOnce } = requireShape(shape, input)
  const heads: Head[] = []
  for (const wave of await listLoggedWaves(one)) {
    const step = logStep(wave, now)
    const takes = step && isAtOnce && wave.secrecy === 'open' ? 'answers' : step
    if (!takes) continue
    const head = await appendLeaves({
      wave,
      day: dayInVietNam(now),
      takes,
      isFinal: hasEnded(wave, now),
      signer: ledgerSigner(),
    })
    if (head) heads.push(head)
  }
  return heads
}
