// What everybody may know of a draw: all that repeats it, and which numbers have which prize. It is computed anew each time, so a
// page can say whether the stored seed is really what the published parts give.
import { assignPrizes, type Prize, type Winner } from '#lib/contests/assign-prizes'
import { commitTo, drawOrder, drawSeed } from '#lib/contests/draw-order'
import type { PassReason } from '#lib/contests/pass-reasons'
import type { Head } from '#lib/ledger/head'

type Drawn = {
  numbers: number[]
  secret: string
  head: Head
  seed: string
  drawnAt: Date
  passes: { number: number; reason: PassReason; at: Date }[]
}

export type PublicDraw = Omit<Drawn, 'passes'> & {
  passes: { number: number; reason: PassReason; at: Date }[]
  winners: Winner[]
  /** The secret is the one that was promised, and the seed follows from the parts. */
  isRepeatable: boolean
}

export function publicDraw(
  contest: { id: string; commitment: string; prizes: Prize[] },
  draw: Drawn,
): PublicDraw {
  const { numbers, secret, head, seed, drawnAt } = draw
  const passes = draw.passes.map(({ number, reason, at }) => ({ number, reason, at }))
  const isPromised = commitTo(secret) === contest.commitment
  return {
    numbers,
    secret,
    head,
    seed,
    drawnAt,
    passes,
    winners: assignPrizes(
      drawOrder(seed, numbers),
      contest.prizes,
      passes.map(({ number }) => number),
    ),
    isRepeatable: isPromised && drawSeed({ contest: contest.id, secret, head, numbers }) === seed,
  }
}
