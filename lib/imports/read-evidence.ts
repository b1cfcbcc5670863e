// A sent file as evidence: its type read from its bytes, its hash, and an id of its own.
import { createHash, randomUUID } from 'node:crypto'
import { sniffEvidence } from '#lib/imports/sniff-evidence'
import { problems } from '#lib/problem'
import type { EvidenceFile } from '#lib/rounds/round-event'

/** Throws fileRefused for a type or size that is not taken. */
export async function readEvidence(sent: { name: string; bytes: Uint8Array }): Promise<EvidenceFile> {
  const sniffed = await sniffEvidence(sent.name, sent.bytes)
  if ('fault' in sniffed) throw problems.fileRefused({ sentence: sniffed.fault })
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  return { id: randomUUID(), ...sniffed, size: sent.bytes.length, sha256 }
}
