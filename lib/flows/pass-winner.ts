// Passes over a winner who could not be reached or has no right to the prize: the next in the drawn order gets it. For good,
// with a reason, and public: whoever passed over one number after the other until a friend wins would be seen doing it.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { assignPrizes } from '#lib/contests/assign-prizes'
import { drawOrder } from '#lib/contests/draw-order'
import { readEntryNumber } from '#lib/contests/entry-number'
import { passReasons } from '#lib/contests/pass-reasons'
import { insertPass } from '#lib/db/contest-entries'
import { findKnownContest } from '#lib/flows/find-known-contest'
import { problems } from '#lib/problem'
import { requireShape, says } from '#lib/user-input'

const shape = z.object({
  contest: z.string().max(60),
  number: z.string().max(40),
  reason: z.enum(passReasons, says('Hãy chọn lý do.', 'Choose a reason.')),
})

/** Throws unknownContest, noWinner, alreadyExists, invalidInput. */
export async function passWinner(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'contests.write')
  const { contest: id, number: typed, reason } = requireShape(shape, input)
  const { draw, prizes, owner, ...contest } = await findKnownContest(id)
  const number = readEntryNumber(typed)
  const winners = draw
    ? assignPrizes(
        drawOrder(draw.seed, draw.numbers),
        prizes,
        draw.passes.map((pass) => pass.number),
      )
    : []
  if (number === null || !winners.some((winner) => winner.number === number))
    throw problems.noWinner({ number: typed })
  const entry = { action: 'pass-winner', subject: contest.id, unitId: owner.id, details: { number, reason } }
  await insertPass(officer, { waveId: contest.id, number, reason }, entry)
}
