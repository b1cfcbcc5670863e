// One wave as its officers see it. A commune officer gets the own unit only, and no wave that it takes no part in.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { findWave, type WaveDetails } from '#lib/db/waves'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'
import { type WaveStatus, waveStatus } from '#lib/wave-status'

const shape = z.object({ id: z.string().max(60) })

export type LoadedWave = WaveDetails & { status: WaveStatus }

/** Throws unknownWave when there is none, or none that this person may see. */
export async function loadWave(actor: MaybeActor, input: z.input<typeof shape>): Promise<LoadedWave> {
  const shown = visibleUnits(actor, 'waves.read')
  const { id } = requireShape(shape, input)
  const wave = await findWave(id)
  const units = wave?.units.filter((unit) => !shown || shown.includes(unit.id)) ?? []
  if (!wave || units.length === 0) throw problems.unknownWave({ wave: id })
  return { ...wave, units, status: waveStatus(wave) }
}
