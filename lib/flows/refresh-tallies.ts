// Brings the counts of a wave up to date. Every page of results does it first, and so does the sample data when it is
// loaded; whoever asks, nothing is told but how many answers were added.
import type { MaybeActor } from '#lib/access'
import { findMeasuredWave } from '#lib/db/measured-waves'
import { catchUpTallies } from '#lib/db/tallies'
import { problems } from '#lib/problem'
import { formLayout } from '#lib/scoring/form-layout'
import { makeCounter } from '#lib/scoring/tally-layout'

/** Counts what was committed since the last time; returns the number of answers added. Throws unknownWave. */
export async function refreshTallies(_anybody: MaybeActor, input: { wave: string }): Promise<number> {
  const wave = await findMeasuredWave(input.wave)
  if (!wave) throw problems.unknownWave({ wave: input.wave })
  const layout = formLayout(wave.form)
  return catchUpTallies({
    waveId: wave.id,
    layout: layout.hash,
    size: layout.size,
    count: makeCounter(layout),
  })
}
