// Answers of one or two waves under each other as one sample design: groups of villages are strata, villages the clusters,
// and a village asked in both waves is one cluster, so that what its people share comes out of the error of a change.
import type { StudyWave } from '#lib/effects/study-input'
import { type Design, makeDesign } from '#lib/stats/design'

export type PooledRows = {
  /** Per row: its wave (position in the list given) and its person within the wave. */
  wave: Int32Array
  person: Int32Array
  unit: string[]
  design: Design
  /** Some village was asked in two of the waves. */
  isLinked: boolean
}

/** Rows of the people of the given units (null: all) in the given waves. null when there is nobody. */
export function poolRows(
  waves: readonly Pick<StudyWave, 'answers' | 'design'>[],
  units: ReadonlySet<string> | null,
): PooledRows | null {
  const [wave, person, unit]: [number[], number[], string[]] = [[], [], []]
  for (const [at, { answers }] of waves.entries()) {
    for (const [row, own] of answers.unit.entries()) {
      if (units && !units.has(own)) continue
      wave.push(at)
      person.push(row)
      unit.push(own)
    }
  }
  if (wave.length === 0) return null
  const villageOf = (row: number) => {
    const { stratum, cluster } = waves[wave[row]!]!.answers
    return `${unit[row]}\u0000${stratum[person[row]!]}\u0000${cluster[person[row]!]}`
  }
  const stratumOf = (row: number) => `${unit[row]}\u0000${waves[wave[row]!]!.answers.stratum[person[row]!]}`
  const linked = linkedStrata(wave, stratumOf, villageOf)
  // villages drawn anew for a wave are other villages, whatever their code
  const own = (row: number) => (linked.has(stratumOf(row)) ? '' : String(wave[row]))
  const rows = wave.map((_, row) => row)
  return {
    wave: Int32Array.from(wave),
    person: Int32Array.from(person),
    unit,
    design: makeDesign({
      weights: rows.map((row) => waves[wave[row]!]!.answers.weight[person[row]!]!),
      strata: rows.map((row) => own(row) + stratumOf(row)),
      clusters: [rows.map((row) => own(row) + villageOf(row))],
      lonelyPsu: 'adjust',
    }),
    isLinked: linked.size > 0,
  }
}

/** Strata in which at least one village was asked in two waves. */
function linkedStrata(
  wave: readonly number[],
  stratumOf: (row: number) => string,
  villageOf: (row: number) => string,
): Set<string> {
  const seen = new Map<string, number>()
  const linked = new Set<string>()
  for (const [row, at] of wave.entries()) {
    const village = villageOf(row)
    const before = seen.get(village)
    if (before === undefined) seen.set(village, at)
    else if (before !== at) linked.add(stratumOf(row))
  }
  return linked
}

/** A column of people's values laid out by the rows. */
export function layOut(rows: PooledRows, columns: readonly ArrayLike<number>[]): Float64Array {
  return Float64Array.from(rows.wave, (wave, row) => columns[wave]![rows.person[row]!]!)
}
