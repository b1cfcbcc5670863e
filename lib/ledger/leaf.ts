// What stands in the log of a wave for one answer: SHA-256 over 0x00 and the canonical JSON of everything that is counted
// (RFC 9162, 2.1.1). The receipt, 122 random bits that its respondent knows, is in it: without it nobody can guess an
// answer from its leaf, and with it and the answer everybody can compute it again.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '#lib/canonical-json'
import { toBase64url } from '#lib/ledger/base64url'
import type { Collector, Entry, Mode, Place } from '#lib/surveys/collection'

/** An answer as it is counted: all that stands in its leaf. */
export type AnswerFacts = {
  wave: string
  unit: string
  /** UUID in small letters. */
  receipt: string
  /** "slug.vN" */
  form: string
  language: string
  mode: Mode
  place: Place
  collector: Collector
  entry: Entry
  batch: string
  cluster: string
  stratum: string
  weight: number
  /** yyyy-mm-dd */
  day: string
  isLate: boolean
  /** As checked and stored. */
  answers: Record<string, unknown>
}

/** What stands in the first leaf of a wave, published before it opens: how answers are kept, and the keys of its ballots. */
export type WaveFacts = {
  wave: string
  form: string
  secrecy: string
  keys: { unit: string; stratum: string; publicKey: string }[]
}

/** The leaf of an answer, base64url. */
export function answerLeaf(facts: AnswerFacts): string {
  // named one by one: a member that is counted for nothing must never slip into a leaf
  const { wave, unit, receipt, form, language, mode, place, collector, entry } = facts
  const { batch, cluster, stratum, weight, day, isLate, answers } = facts
  return leafOf({
    ...{ wave, unit, receipt: receipt.toLowerCase(), form, language, mode, place, collector, entry },
    ...{ batch, cluster, stratum, weight, day, isLate, answers },
  })
}

/** The first leaf of a wave, base64url; the order of the keys does not matter. */
export function waveLeaf({ wave, form, secrecy, keys }: WaveFacts): string {
  const sorted = keys
    .map(({ unit, stratum, publicKey }) => ({ unit, stratum, publicKey }))
    .sort((a, b) => (`${a.unit}\n${a.stratum}` < `${b.unit}\n${b.stratum}` ? -1 : 1))
  return leafOf({ wave, form, secrecy, keys: sorted })
}

const leafOf = (facts: unknown) => toBase64url(hashLeaf(utf8ToBytes(canonicalJson(facts))))

/** Leaf hash of RFC 9162: SHA-256(0x00 || entry). */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(0)).update(entry).digest()
}
