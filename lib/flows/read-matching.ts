// The numbers that communes are matched on before a draw: what they knew in a baseline wave, or how many adults its sample
// stands for. Both come from data that was there before anybody drew.
import type { MaybeActor } from '#lib/access'
import type { MatchedOn } from '#lib/db/rollouts'
import { loadResults } from '#lib/flows/load-results'
import { loadSample } from '#lib/flows/load-sample'

/** Unit -> number; units without one are absent. Throws notFound, unknownWave. */
export async function readMatching(actor: MaybeActor, on: MatchedOn): Promise<Map<string, number>> {
  if (!on) return new Map()
  return on.kind === 'baseline' ? baselineOf(actor, on) : adultsOf(actor, on.wave)
}

async function baselineOf(actor: MaybeActor, { index, wave }: { index: string; wave: string }) {
  const { cells, total } = await loadResults(actor, { index, wave })
  const top = cells[0]?.criterion
  return new Map(
    cells.flatMap(({ unit, criterion, value }) =>
      criterion === top && unit !== total && value !== null ? [[unit, value] as const] : [],
    ),
  )
}

/** The weights of a drawn sample add up to the adults that it stands for. */
async function adultsOf(actor: MaybeActor, wave: string) {
  const { sample } = await loadSample(actor, { wave })
  const adults = new Map<string, number>()
  if (sample.design !== 'clusters') return adults
  for (const { unit, weightSum } of sample.clusters) adults.set(unit, (adults.get(unit) ?? 0) + weightSum)
  return adults
}
