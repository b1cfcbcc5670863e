// The wave that an officer works with, whole. A step of other flows, which have asked who may.
import { findWave, type WaveDetails } from '#lib/db/waves'
import { problems } from '#lib/problem'

/** Throws unknownWave. */
export async function requireWave(id: string): Promise<WaveDetails> {
  const wave = await findWave(id)
  if (!wave) throw problems.unknownWave({ wave: id })
  return wave
}
