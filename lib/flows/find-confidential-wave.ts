// The wave whose invitations somebody works with. A step of the flows of invitations.
import type { Action, Actor, MaybeActor } from '#lib/access'
import { allow } from '#lib/access'
import type { WaveDetails } from '#lib/db/waves'
import { requireWave } from '#lib/flows/require-wave'
import { problems } from '#lib/problem'

/** Throws unknownWave, and notConfidential for a wave that nobody is invited to. */
export async function findConfidentialWave(
  actor: MaybeActor,
  action: Action,
  id: string,
): Promise<{ officer: Actor; wave: WaveDetails }> {
  const officer = allow(actor, action)
  const wave = await requireWave(id)
  if (wave.secrecy !== 'ballot') throw problems.notConfidential({ wave: id })
  return { officer, wave }
}
