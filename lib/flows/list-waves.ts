// All waves of surveys that an officer may see (contests have a list of their own), with how many answers came in. A commune officer sees those of the own unit, and of
// those only the own unit's numbers.
import { type MaybeActor, visibleUnits } from '#lib/access'
import { listAnswerTotals, listWaveRows, type WaveRow } from '#lib/db/waves'
import { refreshTallies } from '#lib/flows/refresh-tallies'
import { type WaveStatus, waveStatus } from '#lib/wave-status'

export type WaveLine = Omit<WaveRow, 'units'> & {
  status: WaveStatus
  units: number
  target: number
  answers: number
}

/** The wave that opened last comes first. */
export async function listWaves(actor: MaybeActor): Promise<WaveLine[]> {
  const shown = visibleUnits(actor, 'waves.read')
  const isShown = (unitId: string) => !shown || shown.includes(unitId)
  const waves = (await listWaveRows()).filter(
    ({ purpose, units }) => purpose === 'survey' && units.some(({ unitId }) => isShown(unitId)),
  )
  for (const wave of waves) if (!wave.cancelledAt) await refreshTallies(actor, { wave: wave.id })
  const totals = await listAnswerTotals()
  return waves.map((wave) => {
    const units = wave.units.filter((unit) => isShown(unit.unitId))
    const answers = totals.filter((total) => total.waveId === wave.id && isShown(total.unitId))
    return {
      ...wave,
      status: waveStatus(wave),
      units: units.length,
      target: units.reduce((sum, unit) => sum + unit.target, 0),
      answers: answers.reduce((sum, total) => sum + total.n, 0),
    }
  })
}
