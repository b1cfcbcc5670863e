// An officer takes somebody out of a prize draw who has asked for it at the office. The line in the audit log names the number only.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { readEntryNumber } from '#lib/contests/entry-number'
import { deleteEntry } from '#lib/db/contest-entries'
import { findKnownContest } from '#lib/flows/find-known-contest'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ contest: z.string().max(60), number: z.string().max(40) })

/** Throws unknownContest, entryUnknown. */
export async function eraseEntry(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'contests.write')
  const { contest: id, number: typed } = requireShape(shape, input)
  const contest = await findKnownContest(id)
  const number = readEntryNumber(typed)
  const entry = { action: 'erase-entry', subject: contest.id, unitId: contest.owner.id, details: { number } }
  if (number === null || !(await deleteEntry(officer, contest.id, number, entry)))
    throw problems.entryUnknown({})
}
