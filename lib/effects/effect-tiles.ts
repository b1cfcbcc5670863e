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

/**
 * One tile per outcome of `tiles` for one unit (null: all of them), and the same for outcomes that are kept apart from
 * knowledge: satisfaction, use, self-rating. Units are whole strata of the design, or its domains.
 */
export function* readUnit(
  outcomes: { tiles: readonly ScoredOutcome[]; others: readonly ScoredOutcome[] },
  unit: string | null,
  minimumAnswers: number,
): Generator<void, { tiles: EffectTile[]; others: OtherOutcomeRow[] }> {
  const pools = new Map<string, PooledRows | null>()
  const tiles: EffectTile[] = []
  const others: OtherOutcomeRow[] = []
  for (const one of outcomes.tiles) {
    tiles.push({ unit, area: one.definition.area, ...readOutcome(one, unit, minimumAnswers, pools) })
    yield
  }
  for (const one of outcomes.others) {
    others.push({ unit, key: one.definition.key, ...readOutcome(one, unit, minimumAnswers, pools) })
    yield
  }
  return { tiles, others }
}

/** Outcomes of the same waves share the rows. */
function readOutcome(
  { pair, waves, scores, study }: ScoredOutcome,
  unit: string | null,
  minimumAnswers: number,
  pools: Map<string, PooledRows | null>,
): Readings {
  if (!pair) return tooFew
  const two = [waves[pair.baseline]!, waves[pair.followUp]!]
  const key = `${two[0]!.id} ${two[1]!.id}`
  if (!pools.has(key))
    pools.set(key, poolRows(two, new Set(unit === null ? study.lines.map(({ id }) => id) : [unit])))
  const rows = pools.get(key)!
  if (!rows) return tooFew
  const values = layOut(rows, [scores[pair.baseline]!, scores[pair.followUp]!])
  return readRows(
    rows,
    values,
    two.some(({ design }) => design === 'none'),
    minimumAnswers,
  )
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
