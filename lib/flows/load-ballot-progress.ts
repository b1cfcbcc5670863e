// How far a confidential wave is, in counts by group: invited, tokens issued, ballots in the box. Never who, and in steps of
// five until the box is opened. Two counts stand side by side so that anybody can see when there are more ballots than tokens.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { type BallotProgress, shownProgress } from '#lib/ballots/ballot-progress'
import { listBallotGroups } from '#lib/db/ballot-groups'
import { requireShape } from '#lib/user-input'

const shape = z.object({ wave: z.string().max(60) })

/** The groups that this person may see; empty for a wave without ballots. */
export async function loadBallotProgress(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<BallotProgress[]> {
  const shown = visibleUnits(actor, 'waves.read')
  const { wave } = requireShape(shape, input)
  return (await listBallotGroups(wave, shown)).map(shownProgress)
}
