// What somebody leaves to be reached if they win, between the sealed field of the database and the flow that needs it.
import { z } from 'zod'
import { openText, seal } from '#lib/secrecy/sealed-field'

/** `phone` as normalise-phone writes it; `unit` is the id of a unit of the contest, '' for somebody from elsewhere. */
export type Entrant = { name: string; phone: string; unit: string }

const shape = z.object({ name: z.string(), phone: z.string(), unit: z.string() })
export const entryPurpose = 'contest-entry'

/** The text that the sealed field of an entry is bound to (see lib/db/sealed-columns.ts). */
const entryId = (contest: string, number: number): string => `${contest} ${number}`

export const sealEntrant = (contest: string, number: number, entrant: Entrant) =>
  seal(entryPurpose, entryId(contest, number), JSON.stringify(entrant))

/** Throws SealedFieldError for a field that was changed or belongs to another entry. */
export const openEntrant = (contest: string, number: number, sealed: Uint8Array): Entrant =>
  shape.parse(JSON.parse(openText(entryPurpose, entryId(contest, number), sealed)))
