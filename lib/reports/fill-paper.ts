// What the office knows about its own document and the service does not: its number and day, to whom it goes and who signs.
// Whatever is left empty keeps its dots, to be written by hand.
import { z } from 'zod'
import type { Report } from '#lib/reports/report'
import { requireShape } from '#lib/user-input'

const line = (length: number) => z.string().trim().max(length).default('')

const shape = z.object({
  number: line(20),
  day: z.union([z.literal(''), z.iso.date()]).default(''),
  /** Several are parted by semicolons. */
  to: line(300),
  position: line(100),
  signer: line(100),
})

/** The fields of the form, in its order. */
export const paperFields = ['number', 'day', 'to', 'position', 'signer'] as const

/** The report with these in their places. Throws invalidInput. */
export function fillPaper(report: Report, typed: z.input<typeof shape>): Report {
  const { number, day, to, position, signer } = requireShape(shape, typed)
  const { letterhead, signature, addressees } = report
  const named = to
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)
  return {
    ...report,
    letterhead: {
      ...letterhead,
      number: number ? letterhead.number.replace('……', number) : letterhead.number,
      day: day || letterhead.day,
    },
    addressees: named.length > 0 ? named : addressees,
    signature: { ...signature, position: position || signature.position, name: signer || signature.name },
  }
}
