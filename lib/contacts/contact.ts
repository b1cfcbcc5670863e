// What is held about a person, and nothing more: all of it lies sealed in one field of the row. Everything but the name may
// be empty; which of the others is needed depends on how people are reached.
import { z } from 'zod'

const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(longest))

export const personShape = z.object({
  name: line(120).pipe(z.string().min(1)),
  /** Office or function, as a letter addresses the person. */
  title: line(120),
  /** As normalise-email writes it, or empty. */
  email: line(200),
  /** "+84912345678", or empty. */
  phone: line(20),
  address: line(250),
})

export type Person = z.output<typeof personShape>

export const personFields = ['name', 'title', 'email', 'phone', 'address'] as const

/** What consent was given to: which words, when, and who wrote it down ("self" for the person). */
export const consentShape = z.object({
  text: z.string(),
  version: z.string(),
  at: z.string(),
  by: z.string(),
})
export type Consent = z.output<typeof consentShape>

/** The grounds on which data may be held: the person has agreed, or a duty of the office by law. */
export const grounds = ['consent', 'duty'] as const
export type Ground = (typeof grounds)[number]

/** More than any list of delegates or businesses of a province; larger lists would make every page slow. */
export const longestList = 20_000
