// Commune by area: where people stood before, where they stand after, what changed. A commune is described by its villages
// (strata and clusters); that its change is due to the campaign is not said here.
import { effectNumber, testedNumber, withoutInterval } from '#lib/effects/effect-number'
import { LEVEL, type ScoredOutcome } from '#lib/effects/outcome-effect'
import { layOut, type PooledRows, poolRows } from '#lib/effects/pooled-rows'
import type { EffectTile, OtherOutcomeRow } from '#lib/effects/study-result'
import { difference } from '#lib/stats/difference'
import { weightedMean } from '#lib/stats/weighted-mean'

type Readings = Pick<EffectTile, 'status' | 'before' | 'after' | 'change'>
const tooFew: Readings = { status: 'too_few', before: null, after: null, change: null }

/** One tile per unit (null: all of them) for one outcome; units are whole strata of the design. */
export function effectTiles(
  outcomes: readonly ScoredOutcome[],
  units: readonly (string | null)[],
  minimumAnswers: number,
): EffectTile[] {
  return units.flatMap((unit) =>
    readUnit(outcomes, unit, minimumAnswers).map((readings, at) => ({
      unit,
      area: outcomes[at]!.definition.area,
      ...readings,
    })),
  )
}

/** The same for outcomes that are kept apart from knowledge: satisfaction, use, self-rating. */
export function otherOutcomes(
  outcomes: readonly ScoredOutcome[],
  units: readonly (string | null)[],
  minimumAnswers: number,
): OtherOutcomeRow[] {
  return units.flatMap((unit) =>
    outcomes.flatMap((outcome) =>
      readUnit([outcome], unit, minimumAnswers).map((readings) => ({
        unit,
        key: outcome.definition.key,
        ...readings,
      })),
    ),
  )
}

/** Outcomes of the same waves share the rows. */
function readUnit(
  outcomes: readonly ScoredOutcome[],
  unit: string | null,
  minimumAnswers: number,
): Readings[] {
  const pools = new Map<string, PooledRows | null>()
  return outcomes.map((outcome) => {
    const { pair, waves, scores, study } = outcome
    if (!pair) return tooFew
    const two = [waves[pair.baseline]!, waves[pair.followUp]!]
    const key = `${two[0]!.id} ${two[1]!.id}`
    const units = new Set(unit === null ? study.lines.map(({ id }) => id) : [unit])
    if (!pools.has(key)) pools.set(key, poolRows(two, units))
    const rows = pools.get(key)!
    if (!rows) return tooFew
    const values = layOut(rows, [scores[pair.baseline]!, scores[pair.followUp]!])
    const isOpen = two.some(({ design }) => design === 'none')
    return readRows(rows, values, isOpen, minimumAnswers)
  })
}

function readRows(rows: PooledRows, values: Float64Array, isOpen: boolean, minimumAnswers: number): Readings {
  const counts = [0, 0]
  for (const [row, wave] of rows.wave.entries()) if (!Number.isNaN(values[row]!)) counts[wave]!++
  if (counts.some((count) => count < minimumAnswers)) return tooFew
  const [before, after] = [0, 1].map((wave) =>
    weightedMean(rows.design, values, {
      domain: Uint8Array.from(rows.wave, (one) => (one === wave ? 1 : 0)),
      level: LEVEL,
    }),
  )
  const numbers = [before!, after!, difference(rows.design, before!, after!)].map(effectNumber)
  const shown = isOpen ? numbers.map(withoutInterval) : numbers
  return {
    status: isOpen ? 'no_design' : 'ok',
    before: shown[0]!,
    after: shown[1]!,
    change: testedNumber(shown[2]!),
  }
}
