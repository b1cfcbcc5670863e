// npm run ledger -- export WAVE: the file of a log without answers, as everybody can download it, from this installation's
// database (beside the running service or without it). With answers: the page of the log, as an analyst.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { exportLedger } from '#lib/flows/export-ledger'
import { Problem } from '#lib/problem'
import { openDatabase } from '../../prisma/open-database'
import { UnreadableInput } from './read-json-file'

/** Exit code 0; the file's place and its head go to stderr. Throws UnreadableInput, also for a wave without a log. */
export async function exportLedgerFile(words: string[]): Promise<number> {
  const { wave, out } = readWords(words)
  const { stop } = await openDatabase()
  try {
    const { name, head, texts } = await exportLedger(null, { wave })
    const path = out ?? name
    await pipeline(Readable.from(texts), createWriteStream(path))
    console.error(`${path}\n${head.size}:${head.root}`)
    return 0
  } catch (problem) {
    if (problem instanceof Problem) throw new UnreadableInput(problem.sentence)
    throw problem
  } finally {
    await stop()
  }
}

function readWords(words: string[]): { wave: string; out: string | undefined } {
  try {
    const options = { out: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
    const [wave, ...rest] = positionals
    if (wave && rest.length === 0) return { wave, out: values.out }
  } catch {
    // an option that there is not: the same sentence
  }
  throw new UnreadableInput({
    vi: 'Cần mã đợt: npm run ledger -- export DOT [--out TEP]',
    en: 'A wave is needed: npm run ledger -- export WAVE [--out FILE]',
  })
}
