// The public logs of all waves, each with its newest head.
import type { MaybeActor } from '#lib/access'
import { listLastHeads, listLoggedWaves } from '#lib/db/ledger'
import type { Head } from '#lib/ledger/head'

export type LedgerLine = {
  wave: string
  title: string
  titleEn: string
  secrecy: string
  isSample: boolean
  head: Head
}

/** The wave that opened last first. */
export async function listLedgers(_anybody: MaybeActor): Promise<LedgerLine[]> {
  const [waves, heads] = await Promise.all([listLoggedWaves(), listLastHeads()])
  const lastHeads = new Map(heads.map((head) => [head.wave, head]))
  return waves.flatMap(({ id, title, titleEn, secrecy, isSample }) => {
    const head = lastHeads.get(id)
    return head ? [{ wave: id, title, titleEn, secrecy, isSample, head }] : []
  })
}
