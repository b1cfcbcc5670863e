// What can happen to the sheet of one unit in a scoring round (đợt chấm điểm). The list of events is the truth: the
// present sheet is computed from it (sheet.ts), so nothing can stand there that nobody did.

/** The answer to an entered criterion. */
export type Answer =
  | { kind: 'figure'; value: number }
  | { kind: 'not-applicable' } // leaves the maximum
  | { kind: 'no-figure' } // nothing can be given: missing, which is not zero

/** Where a unit's sheet stands. */
export const steps = [
  'self-scoring',
  'appraisal',
  'explanation',
  'second-appraisal',
  'settled',
  'frozen',
] as const
export type Step = (typeof steps)[number]

/** An evidence file as the sheet knows it; its bytes lie elsewhere, `sha256` ties them to this line. */
export type EvidenceFile = { id: string; name: string; mediaType: string; size: number; sha256: string }

export type RoundEvent =
  | { kind: 'self-score'; criterion: string; answer: Answer; note: string }
  | { kind: 'add-evidence'; criterion: string; file: EvidenceFile }
  | { kind: 'remove-evidence'; criterion: string; fileId: string; reason: string }
  | { kind: 'submit' }
  | { kind: 'appraise'; criterion: string; answer: Answer; reason: string }
  | { kind: 'finish-appraisal' }
  | { kind: 'explain'; criterion: string; isContested: boolean; text: string }
  | { kind: 'finish-explanation' }
  /** The appraiser goes on without an explanation that did not come in time: silence is consent. */
  | { kind: 'close-explanation'; reason: string }
  | { kind: 'appraise-again'; criterion: string; answer: Answer; reason: string }
  | { kind: 'finish-second-appraisal' }
  | { kind: 'reopen'; step: Step; reason: string }
  | { kind: 'extend'; step: Step; until: string; reason: string }
  | { kind: 'freeze'; reason: string }
  /** After the freeze: becomes part of the next revision of the result. */
  | { kind: 'correct'; criterion: string; answer: Answer; reason: string }

/** An event as it was written: who, when, and its place in the unit's own list (1, 2, 3 ...). */
export type RecordedEvent = RoundEvent & { number: number; at: Date; actorId: string; actorName: string }

/** True when both say the same. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return a.kind === b.kind && (a.kind !== 'figure' || b.kind !== 'figure' || a.value === b.value)
}
