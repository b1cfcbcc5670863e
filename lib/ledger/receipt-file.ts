// What a respondent keeps: the answer as it is counted, its leaf, the server's promise, and, once the log has it, the proof.
// Whoever holds the file can show what was answered; it belongs to the respondent alone and the server keeps no copy.
import * as z from 'zod/mini'
import { fromBase64url, toBase64url } from '#lib/ledger/base64url'
import { headShape } from '#lib/ledger/export-line'
import { type Head, isHeadSigned } from '#lib/ledger/head'
import { type AnswerFacts, answerLeaf } from '#lib/ledger/leaf'
import { isPromiseSigned, type LeafPromise } from '#lib/ledger/promise'
import { rootFromInclusion } from '#lib/ledger/verify-proof'

/** A leaf of a log, the way from it to the root (base64url), and the head with this root. */
export type LeafProof = { index: number; path: string[]; head: Head }
export type ReceiptFile = {
  thuocDoReceipt: 1
  answer: AnswerFacts
  leaf: string
  promise: LeafPromise | null
  proof: LeafProof | null
}

const text = z.string().check(z.maxLength(200))
const answers = z.record(z.string(), z.unknown())
const promise = z.object({ leaf: text, key: text, signature: text })
const path = z.array(text).check(z.maxLength(64))
const shape = z.object({
  thuocDoReceipt: z.literal(1),
  answer: z.looseObject({ wave: text, unit: text, receipt: text, answers }),
  leaf: text,
  promise: z.nullable(promise),
  proof: z.nullable(z.object({ index: z.int().check(z.minimum(0)), path, head: headShape })),
})

/** The file behind a text, or null when it is none. */
export function readReceiptFile(content: string): ReceiptFile | null {
  try {
    const file = shape.safeParse(JSON.parse(content.replace(/^\uFEFF/, '')))
    return file.success ? (file.data as unknown as ReceiptFile) : null
  } catch {
    return null
  }
}

export type ReceiptVerdict = {
  /** The leaf is that of the answer in the file: neither was changed. */
  isOwnLeaf: boolean
  promise: 'signed' | 'forged' | 'none'
  proof: 'holds' | 'broken' | 'none'
}

/** Checks the file against itself: needs neither network nor server. */
export function checkReceipt({ answer, leaf, promise, proof }: ReceiptFile): ReceiptVerdict {
  return {
    isOwnLeaf: ownLeaf(answer) === leaf,
    promise: promise ? (isPromiseOf(answer.wave, leaf, promise) ? 'signed' : 'forged') : 'none',
    proof: proof ? (isProven(answer.wave, leaf, proof) ? 'holds' : 'broken') : 'none',
  }
}

function ownLeaf(answer: AnswerFacts): string | null {
  try {
    return answerLeaf(answer)
  } catch {
    return null
  }
}

const isPromiseOf = (wave: string, leaf: string, promise: LeafPromise) =>
  promise.leaf === leaf && isPromiseSigned(wave, promise)

/** Whether the leaf stands in the log of the wave under this head. */
export function isProven(wave: string, leaf: string, { index, path, head }: LeafProof): boolean {
  const [start, ...siblings] = [leaf, ...path].map((hash) => fromBase64url(hash))
  if (!start || head.wave !== wave || siblings.some((sibling) => sibling?.length !== 32)) return false
  const root = rootFromInclusion(start, index, head.size, siblings as Uint8Array[])
  return root !== null && toBase64url(root) === head.root && isHeadSigned(head)
}
