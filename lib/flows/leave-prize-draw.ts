// Somebody takes the own name out of a prize draw, with number and telephone number. Before the draw the number goes, too; a draw
// that was made keeps the number, which names nobody any more. No line in a log: the person's hour is nobody's business.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { normalisePhone } from '#lib/contacts/normalise-phone'
import { readEntryNumber } from '#lib/contests/entry-number'
import { phoneKeyOf } from '#lib/contests/ticket'
import { deleteEntry, listEntries } from '#lib/db/contest-entries'
import { findKnownContest } from '#lib/flows/find-known-contest'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  contest: z.string().max(60),
  number: z.string().max(40),
  phone: z.string().max(40),
})

/** Throws unknownContest, entryUnknown. */
export async function leavePrizeDraw(_anybody: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { contest: id, number: typed, phone } = requireShape(shape, input)
  const contest = await findKnownContest(id)
  const [number, read] = [readEntryNumber(typed), normalisePhone(phone)]
  if (number === null || 'fault' in read) throw problems.entryUnknown({})
  const [entry] = await listEntries(contest.id, [number])
  if (entry?.phoneKey !== phoneKeyOf(contest.id, read.phone)) throw problems.entryUnknown({})
  await deleteEntry(null, contest.id, number, null)
}
