// Asks the public log for the leaf of a receipt, in the browser, and believes nothing that is not proven by a signed head.
import { isProven, type LeafProof, type ReceiptFile } from '#lib/ledger/receipt-file'
import { exportVerifier } from '#lib/ledger/verify-export'

export type LogAnswer =
  | { state: 'logged'; index: number; size: number; proof: LeafProof | null }
  /** Not there (yet); of a whole log that was read and is sound, or as the server says. */
  | { state: 'absent' }
  /** What the server gave does not hold. */
  | { state: 'wrong' }
  | { state: 'offline' }

/** Never rejects: without a network the file's own proof is all there is. */
export async function findInLog({ answer, leaf }: ReceiptFile): Promise<LogAnswer> {
  const isConfidential = (answer.entry as string) === 'ballot'
  try {
    return await (isConfidential ? searchWholeLog : askForProof)(answer.wave, leaf)
  } catch {
    return { state: 'offline' }
  }
}

const address = (wave: string) => `/api/ledger/${encodeURIComponent(wave)}`
const quietly = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const

async function askForProof(wave: string, leaf: string): Promise<LogAnswer> {
  const response = await fetch(`${address(wave)}/proof/${leaf}`, quietly)
  if (response.status === 404) return { state: 'absent' }
  if (!response.ok) return { state: 'offline' }
  const proof = (await response.json()) as LeafProof
  if (!isProven(wave, leaf, proof)) return { state: 'wrong' }
  return { state: 'logged', index: proof.index, size: proof.head.size, proof }
}

async function searchWholeLog(wave: string, leaf: string): Promise<LogAnswer> {
  const response = await fetch(`${address(wave)}/log`, quietly)
  if (!response.ok) return { state: response.status === 404 ? 'absent' : 'offline' }
  const verifier = exportVerifier({ leaves: [leaf] })
  for (const line of (await response.text()).split('\n')) verifier.line(line)
  const { isValid, wave: found, found: places, leaves } = verifier.finish()
  if (!isValid || found !== wave) return { state: 'wrong' }
  const index = places[leaf] ?? null
  return index === null ? { state: 'absent' } : { state: 'logged', index, size: leaves, proof: null }
}
