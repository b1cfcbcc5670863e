// Where and how an answer is given: the wave must take answers now, the unit must take part, the village must be in the
// sample of a sampled wave, the mode must be offered. The form page and the submission meet the same rules here.
import type { UnitToAnswer, VillageToAnswer } from '#lib/db/find-wave-to-answer'
import type { RecalledWave } from '#lib/flows/recall-wave'
import { problems } from '#lib/problem'

/** Throws waveNotOpen or waveClosed unless the wave takes answers at this moment. */
export function requireOpen({ opensAt, closesAt }: RecalledWave): void {
  const now = Date.now()
  if (now < opensAt.getTime()) throw problems.waveNotOpen({ opensAt })
  if (now >= closesAt.getTime()) throw problems.waveClosed({ closedAt: closesAt })
}

/** The unit of the wave. Throws unknownUnit. */
export function requireUnit(wave: RecalledWave, unit: string): UnitToAnswer {
  const found = wave.units.get(unit)
  if (!found) throw problems.unknownUnit({ unit: unit.slice(0, 60) })
  return found
}

/** The drawn village; none for a wave without a sample, whatever is sent. Throws unknownCluster. */
export function requireVillage(
  wave: RecalledWave,
  unit: UnitToAnswer,
  code: string | undefined,
): VillageToAnswer | null {
  if (wave.design !== 'clusters') {
    if (code) throw problems.unknownCluster({ cluster: code.slice(0, 60) })
    return null
  }
  const village = unit.villages.get(code ?? '')
  if (!village) throw problems.unknownCluster({ cluster: (code ?? '').slice(0, 60) })
  return village
}

/** The mode of answering: the first that the wave offers when none is named. Throws modeNotOffered. */
export function requireMode(wave: RecalledWave, mode: string | undefined): string {
  const asked = mode ?? (wave.modes.includes('self') ? 'self' : (wave.modes[0] ?? ''))
  if (!wave.modes.includes(asked)) throw problems.modeNotOffered({ mode: asked.slice(0, 60) })
  return asked
}
