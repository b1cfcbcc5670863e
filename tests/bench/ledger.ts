// The public log of a large wave: taking its answers in, proving one leaf, writing the file of the log and verifying it, as
// anybody would on a machine of their own.
import { appendLeaves } from '#lib/db/append-leaves'
import { exportLedger } from '#lib/flows/export-ledger'
import { loadLedger } from '#lib/flows/load-ledger'
import { proveLeaf } from '#lib/flows/prove-leaf'
import { makeLedgerKey, openLedgerKey } from '#lib/ledger/signing-key'
import { exportVerifier } from '#lib/ledger/verify-export'
import { addAnswers, makeBenchWave, withAnswersDatabase } from './answers-database'

export const name = 'ledger'

const SIZES = [100_000, 1_000_000]
const PROOFS = 50
const id = 'bench-ledger'
const wave = { id, form: 'citizen-satisfaction.v1', secrecy: 'open' }

export async function run() {
  const rows = []
  for (const answers of SIZES) rows.push(...(await withAnswersDatabase(() => measure(answers))))
  return rows
}

async function measure(answers: number) {
  await makeBenchWave(id)
  await addAnswers(id, answers)
  const signer = openLedgerKey(makeLedgerKey())
  const batch = { wave, signer, day: '2026-11-23', takes: 'answers', isFinal: true } as const
  const logging = await seconds(() => appendLeaves(batch))
  const { firstLeaf: leaf } = await loadLedger(null, { wave: id })
  const proving = await seconds(async () => {
    for (let n = 0; n < PROOFS; n++) await proveLeaf(null, { wave: id, leaf })
  })
  let text = ''
  const writing = await seconds(async () => {
    for await (const piece of (await exportLedger(null, { wave: id })).texts) text += piece
  })
  const verifying = await seconds(async () => {
    const verifier = exportVerifier()
    for (const line of text.split('\n')) verifier.line(line)
    if (!verifier.finish().isValid) throw new Error('the file of the log does not verify')
  })
  return [
    row('leaves into the log, head signed', answers, logging),
    row('proofs of one leaf', PROOFS, proving),
    row('file of the log written', answers, writing),
    row('file of the log verified', answers, verifying),
  ].map((one) => ({ ...one, answers }))
}

const row = (what: string, n: number, taken: number) => ({
  what,
  seconds: taken,
  'per second': Math.round(n / taken),
})

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return Math.round(performance.now() - start) / 1000
}
