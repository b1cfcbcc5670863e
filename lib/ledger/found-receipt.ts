// Where the answer of a receipt number stands: nothing of what was answered.
import type { Head } from '#lib/ledger/head'

export type FoundReceipt =
  | { state: 'unknown' }
  /** Stored; enters the log with its next batch. */
  | { state: 'waiting'; leaf: string }
  /** head: the first one over it. */
  | { state: 'logged'; leaf: string; index: number; head: Head }
