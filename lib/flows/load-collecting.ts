// What an officer needs to set up a device that collects answers for a wave: the wave with the own units, and whether its
// form works without a network.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { type LoadedWave, loadWave } from '#lib/flows/load-wave'
import { recallWave } from '#lib/flows/recall-wave'
import { pagingOf } from '#lib/surveys/light-form/paging'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60) })

export type Collecting = {
  wave: LoadedWave
  /** Parts of the form that only the server can work out; empty: it works offline and on a kiosk. */
  networkReasons: string[]
}

/** Throws unknownWave when there is none, or none that this person may see. */
export async function loadCollecting(actor: MaybeActor, input: z.input<typeof shape>): Promise<Collecting> {
  const officer = allow(actor, 'answers.import', actor?.unitId)
  const wave = await loadWave(officer, requireShape(shape, input))
  return { wave, networkReasons: pagingOf((await recallWave(wave.id)).compiled).reasons }
}
