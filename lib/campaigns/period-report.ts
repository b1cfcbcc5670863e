// A unit's report on a period (Quý I, 6 tháng, năm): what its officer writes, where it stands, and what is frozen when it is
// handed in. The list of events is the truth; a submission keeps the whole document, so nothing later can change it.
import { z } from 'zod'
import type { PeriodFacts } from '#lib/campaigns/period-facts'
import { says } from '#lib/user-input'

export const reportSteps = ['draft', 'submitted', 'returned', 'accepted'] as const
export type ReportStep = (typeof reportSteps)[number]

/** `missing`: nobody has begun the report. */
export type ReportStanding = ReportStep | 'missing'

/** What an officer writes by hand; the figures come by themselves. */
export const wordSections = ['assessment', 'results', 'difficulties', 'next', 'requests'] as const
export type WordSection = (typeof wordSections)[number]

const section = z
  .string()
  .trim()
  .max(6000, says('Mỗi mục dài tối đa 6.000 ký tự.', 'A section may have at most 6,000 characters.'))
  .default('')

export const reportWords = z.object(
  Object.fromEntries(wordSections.map((name) => [name, section])) as Record<WordSection, typeof section>,
)
export type ReportWords = z.output<typeof reportWords>

export const reportSignature = z.object({
  number: z.string().trim().max(20).default(''),
  position: z
    .string()
    .trim()
    .min(2, says('Hãy ghi chức vụ người ký.', 'Enter the position of the signatory.'))
    .max(100),
  name: z
    .string()
    .trim()
    .min(2, says('Hãy ghi họ tên người ký.', 'Enter the name of the signatory.'))
    .max(100),
})
export type ReportSignature = z.output<typeof reportSignature>

/** Everything that was handed in, as it was on the day. */
export type ReportDocument = {
  facts: PeriodFacts
  words: ReportWords
  signature: ReportSignature
  /** ISO day in Viet Nam. */
  day: string
}

export type ReportEvent =
  | { kind: 'save'; words: ReportWords }
  | { kind: 'submit'; words: ReportWords; document: ReportDocument }
  | { kind: 'return'; comment: string }
  | { kind: 'accept'; comment: string }

/**
 * The step after an event, or null when it must not happen now: words are written and handed in before a report is handed
 * in or after it was returned; it is settled only after that. An accepted report can still be returned, so that a mistake
 * found later is mended in the open, as a new submission beside the old one.
 */
export function stepAfter(step: ReportStep, kind: ReportEvent['kind']): ReportStep | null {
  const isOpen = step === 'draft' || step === 'returned'
  switch (kind) {
    case 'save':
      return isOpen ? step : null
    case 'submit':
      return isOpen ? 'submitted' : null
    case 'return':
      return step === 'submitted' || step === 'accepted' ? 'returned' : null
    case 'accept':
      return step === 'submitted' ? 'accepted' : null
  }
}

/** Days by which something came (or still is) after its day; 0 in time, null without a day. Days are ISO days. */
export function daysAfter(dueOn: string | null, day: string): number | null {
  if (!dueOn) return null
  return Math.max(0, Math.round((Date.parse(day) - Date.parse(dueOn)) / 86_400_000))
}
