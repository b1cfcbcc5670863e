// A batch of visit codes in its three shapes: fresh, with its codes, to be printed once; as it is stored; as it is shown.
import type { CountRange } from '#lib/count-range'
import type { AnswerShares } from '#lib/visit-rates'

export type FreshCodes = {
  unit: string
  label: string
  place: string
  collector: string
  validTo: string
  codes: string[]
}

export type VisitBatchLine = {
  id: string
  unitId: string
  label: string
  place: string
  collector: string
  /** First and last day, yyyy-mm-dd. */
  validFrom: string
  validTo: string
  revokedOn: string | null
  /** Codes made. */
  printed: number
  /** Answers that came in with one, exactly: nobody is shown this number while it can grow (lib/visit-rates). */
  used: number
  /** As the desk reports; null while it has not. */
  handedOut: number | null
  visits: number | null
}

export type VisitBatch = Omit<VisitBatchLine, 'used'> &
  AnswerShares & {
    /** Answers that came in with a code of this batch, and codes that can still send one or never will. */
    used: CountRange
    left: CountRange
    state: 'coming' | 'valid' | 'expired' | 'revoked'
  }
