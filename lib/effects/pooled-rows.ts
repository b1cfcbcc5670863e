// Answers of one or two waves under each other as one sample design: groups of villages are strata, villages the clusters,
// and a village asked in both waves is one cluster, so that what its people share comes out of the error of a change. Drawn
// people are "villages" of one; their strata may span communes, and then the rest of each stratum stands in the design without
// being counted.
import type { StudyAnswers, StudyWave } from '#lib/effects/study-input'
import { type Design, makeDesign } from '#lib/stats/design'

export type PooledRows = {
  /** Per row: its wave (position in the list given) and its person within the wave; -1: stands in the design only. */
  wave: Int32Array
  person: Int32Array
  /** '' for rows that stand in the design only. */
  unit: string[]
  design: Design
  /** Some village was asked in two of the waves. */
  isLinked: boolean
}

type PooledWave = Pick<StudyWave, 'id' | 'answers' | 'design'>

/** Rows of the people of the given units (null: all) in the given waves. null when there is nobody. */
export function poolRows(waves: readonly PooledWave[], units: ReadonlySet<string> | null): PooledRows | null {
  const places = waves.map(placesOf)
  const chosen = places.map((wave) => (units ? rowsOfUnits(wave, units) : wave.all))
  if (chosen.every((rows) => rows.length === 0)) return null
  const linked = linkedStrata(places, chosen)
  const beside = places.map((wave, at) => (units && wave.isPeople ? restOfStrata(wave, chosen[at]!) : []))
  const size = [...chosen, ...beside].reduce((sum, { length }) => sum + length, 0)
  const rows = { wave: new Int32Array(size), person: new Int32Array(size), unit: new Array<string>(size) }
  const weights = new Float64Array(size)
  const sizes = new Float64Array(size)
  const [strata, clusters] = [new Array<string>(size), new Array<string>(size)]
  let next = 0
  const place = (at: number, person: number, isCounted: boolean) => {
    const { answers, stratum, cluster } = places[at]!
    // villages drawn anew for a wave are other villages, whatever their code
    const own = linked.has(stratum[person]!) ? '' : String(at)
    rows.wave[next] = at
    rows.person[next] = isCounted ? person : -1
    rows.unit[next] = isCounted ? answers.unit[person]! : ''
    weights[next] = answers.weight[person]!
    sizes[next] = answers.population?.[person] ?? Number.POSITIVE_INFINITY
    strata[next] = own + stratum[person]!
    clusters[next] = own + cluster[person]!
    next++
  }
  for (const [at, own] of chosen.entries()) for (const person of own) place(at, person, true)
  for (const [at, own] of beside.entries()) for (const person of own) place(at, person, false)
  const design = makeDesign({
    weights,
    strata,
    clusters: [clusters],
    populationSizes: sizes.some(Number.isFinite) ? [sizes] : null,
    lonelyPsu: 'adjust',
  })
  return { ...rows, design, isLinked: linked.size > 0 }
}

/** Some village of the first wave was asked in the second, too. */
export function areLinked(waves: readonly PooledWave[]): boolean {
  const places = waves.map(placesOf)
  return (
    linkedStrata(
      places,
      places.map(({ all }) => all),
    ).size > 0
  )
}

/** A column of people's values laid out by the rows; NaN for rows that stand in the design only. */
export function layOut({ wave, person }: PooledRows, columns: readonly ArrayLike<number>[]): Float64Array {
  const values = new Float64Array(wave.length)
  for (let row = 0; row < values.length; row++)
    values[row] = person[row]! < 0 ? Number.NaN : columns[wave[row]!]![person[row]!]!
  return values
}

type Places = {
  answers: StudyAnswers
  isPeople: boolean
  /** Per person: stratum and cluster of the design, named for the whole country. */
  stratum: string[]
  cluster: string[]
  all: Int32Array
  byUnit: Map<string, Int32Array>
  byStratum: Map<string, Int32Array>
}

/** A country has thousands of communes, and each asks for its own rows. */
const known = new WeakMap<StudyAnswers, Places>()

function placesOf({ id, answers, design }: PooledWave): Places {
  const isPeople = design === 'people'
  const held = known.get(answers)
  if (held?.isPeople === isPeople) return held
  const names = new Map<string, string>()
  const once = (name: string) => {
    const one = names.get(name)
    if (one === undefined) names.set(name, name)
    return one ?? name
  }
  // waves of drawn people are never linked: nobody knows who answered in both
  const stratum = answers.unit.map((unit, person) =>
    once(`${isPeople ? id : unit}\u0000${answers.stratum[person]}`),
  )
  const cluster = stratum.map((own, person) => once(`${own}\u0000${answers.cluster[person]}`))
  const places: Places = {
    answers,
    isPeople,
    stratum,
    cluster,
    all: Int32Array.from(stratum.keys()),
    byUnit: rowsBy(answers.unit),
    byStratum: isPeople ? rowsBy(stratum) : new Map(),
  }
  known.set(answers, places)
  return places
}

function rowsBy(labels: readonly string[]): Map<string, Int32Array> {
  const rows = new Map<string, number[]>()
  for (const [row, label] of labels.entries()) {
    const own = rows.get(label)
    if (own) own.push(row)
    else rows.set(label, [row])
  }
  return new Map([...rows].map(([label, own]) => [label, Int32Array.from(own)]))
}

function rowsOfUnits({ byUnit }: Places, units: ReadonlySet<string>): Int32Array {
  const own = [...units].flatMap((unit) => byUnit.get(unit) ?? [])
  if (own.length === 1) return own[0]!
  const rows = new Int32Array(own.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const part of own) {
    rows.set(part, next)
    next += part.length
  }
  return rows.sort()
}

/** Everybody else in the strata of these rows: the sample was drawn with them. */
function restOfStrata({ stratum, byStratum }: Places, chosen: Int32Array): number[] {
  const held = new Set(chosen)
  const strata = new Set(Array.from(chosen, (row) => stratum[row]!))
  return [...strata].flatMap((one) => [...byStratum.get(one)!].filter((row) => !held.has(row)))
}

/** Strata in which at least one village was asked in two waves. */
function linkedStrata(places: readonly Places[], chosen: readonly Int32Array[]): Set<string> {
  const linked = new Set<string>()
  if (places.length < 2) return linked
  const seen = new Map<string, number>()
  for (const [at, { stratum, cluster }] of places.entries()) {
    for (const person of chosen[at]!) {
      const before = seen.get(cluster[person]!)
      if (before === undefined) seen.set(cluster[person]!, at)
      else if (before !== at) linked.add(stratum[person]!)
    }
  }
  return linked
}
