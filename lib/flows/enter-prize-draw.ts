// Somebody leaves name and telephone number to take part in a prize draw. What is kept lies apart from all answers: sealed, with
// a random number, without a time; no line in a log, because its hour would stand beside the answer's place in the database.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { normalisePhone } from '#lib/contacts/normalise-phone'
import { entriesEnd, takesEntries } from '#lib/contests/contest-times'
import { drawConsent } from '#lib/contests/draw-consent'
import { sealEntrant } from '#lib/contests/sealed-entry'
import { phoneKeyOf, readTicket } from '#lib/contests/ticket'
import { insertEntry } from '#lib/db/contest-entries'
import { findKnownContest } from '#lib/flows/find-known-contest'
import { type Fault, problems } from '#lib/problem'
import { requireShape, says } from '#lib/user-input'

const noPhone = { vi: 'hãy ghi số điện thoại.', en: 'write your telephone number.' }
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const noControl = /^[^\p{C}]*$/u
const wrongName = says('Hãy ghi họ tên, tối đa 100 ký tự.', 'Write your name, at most 100 characters.')
const shape = z.object({
  contest: z.string().max(60),
  ticket: z.string().max(200),
  name: z.string().trim().normalize('NFC').min(2, wrongName).max(100, wrongName).regex(noControl, wrongName),
  phone: z
    .string()
    .max(200)
    .transform((text, context) => {
      const read = text.trim() === '' ? { fault: noPhone } : normalisePhone(text)
      if ('phone' in read) return read.phone
      const [vi, en] = [capital(read.fault.vi), capital(read.fault.en)]
      context.addIssue({ code: 'custom', message: JSON.stringify({ vi, en }) })
      return z.NEVER
    }),
  /** Id of a unit of the contest; '' for somebody from elsewhere. */
  unit: z.string().max(60).default(''),
  hasAgreed: z.literal(
    true,
    says(
      'Hãy đánh dấu đồng ý thì mới dự rút thăm được.',
      'Tick the box to agree: without it nobody can enter.',
    ),
  ),
})

/**
 * Returns the number that is drawn; the same ticket and telephone number again get the same one. Throws unknownContest,
 * invalidInput with the faults by field, ticketWrong, ticketUsed, phoneEntered, drawNotOpen.
 */
export async function enterPrizeDraw(
  _anybody: MaybeActor,
  input: z.input<typeof shape>,
): Promise<{ number: number }> {
  const { contest: id, ticket, name, phone, unit } = requireShape(shape, input)
  const contest = await findKnownContest(id)
  const known = readTicket(id, ticket)
  if (!known) throw problems.ticketWrong({})
  if (!takesEntries(contest)) throw problems.drawNotOpen({ until: entriesEnd(contest) })
  if (unit && !contest.units.some((one) => one.id === unit))
    throw problems.invalidInput({ faults: [unknownUnit] })
  const entrant = { name, phone, unit }
  const entering = await insertEntry({
    waveId: id,
    ...known,
    phoneKey: phoneKeyOf(id, phone),
    consent: drawConsent(contest).vi,
    seal: (number) => sealEntrant(id, number, entrant),
  })
  if (entering === 'ticket-used') throw problems.ticketUsed({})
  if (entering === 'phone-used') throw problems.phoneEntered({})
  if (entering === 'drawn') throw problems.drawNotOpen({ until: entriesEnd(contest) })
  return entering
}

const unknownUnit: Fault = {
  question: 'unit',
  code: 'unknown_unit',
  vi: 'Hãy chọn xã trong danh sách.',
  en: 'Choose a commune of the list.',
}
