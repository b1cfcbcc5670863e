// Draws the prizes of a contest, once. The officer chooses nothing but the hour, and the hour changes nothing: the seed follows from
// the secret that was promised before the first answer, the final head of the public log, and the list of numbers.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { secretPurpose } from '#lib/contests/contest-secret'
import { contestStatus, entriesEnd } from '#lib/contests/contest-times'
import { drawSeed } from '#lib/contests/draw-order'
import { clearBallotFiles } from '#lib/db/clear-ballot-files'
import { insertDraw } from '#lib/db/contest-entries'
import { findLastHead } from '#lib/db/ledger'
import { findKnownContest } from '#lib/flows/find-known-contest'
import { logAnswers } from '#lib/flows/log-answers'
import { problems } from '#lib/problem'
import { openText } from '#lib/secrecy/sealed-field'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  contest: z.string().max(60),
  /** Somebody has read that it cannot be done again. */
  isConfirmed: z.literal(true),
})

/** Throws unknownContest, contestCancelled, drawTooEarly, nobodyToDraw, alreadyDrawn. */
export async function drawPrizes(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'contests.write')
  const { contest: id } = requireShape(shape, input)
  const contest = await findKnownContest(id)
  if (contest.draw) throw problems.alreadyDrawn({})
  const status = contestStatus(contest)
  if (status === 'cancelled') throw problems.contestCancelled({})
  if (status !== 'closed') throw problems.drawTooEarly({ from: entriesEnd(contest) })
  await logAnswers(null, { wave: contest.id })
  const head = await findLastHead(contest.id)
  if (!head) throw problems.nobodyToDraw({})
  const secret = openText(secretPurpose, contest.id, contest.sealedSecret)
  const seedOf = (numbers: number[]) => drawSeed({ contest: contest.id, secret, head, numbers })
  const drawn = await insertDraw(officer, { waveId: contest.id, secret, head, seedOf }, (numbers) => ({
    action: 'draw-prizes',
    subject: contest.id,
    unitId: contest.owner.id,
    details: { entries: numbers.length, head: head.size, seed: seedOf(numbers) },
  }))
  if (drawn === 'drawn-before') throw problems.alreadyDrawn({})
  if (drawn === 'nobody') throw problems.nobodyToDraw({})
  await clearBallotFiles(2000) // what the files still tell of the order of entries; where somebody reads, the next opened box does it
}
