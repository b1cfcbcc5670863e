// The result of a round as it is frozen: every unit's answers at each stage and the cells that the index makes of them,
// with the surveys that joined in. Kept as written on the day; a correction makes another one, and differences() shows
// what became different.
import type { Answer, Step } from '#lib/rounds/round-event'
import type { Cell } from '#lib/scoring/cell'

export type ResultLine = {
  criterion: string
  self: Answer | null
  /** First appraisal, with its reason where it changed something. */
  appraised: Answer | null
  reason: string
  explanation: { isContested: boolean; text: string } | null
  second: Answer | null
  secondReason: string
  /** What counts; null: nobody had appraised when the round was frozen. */
  standing: Answer | null
  evidence: number
}

export type ResultUnit = {
  id: string
  code: string
  name: string
  nameEn: string
  /** The step the unit had reached when the round was frozen. */
  step: Step
  /** Days by which it handed in late; null: never handed in. */
  handedInLate: number | null
  lines: ResultLine[]
}

type NamedUnit = { id: string; name: string; nameEn: string }

export type RoundResult = {
  /** "par-index-commune.v1" */
  index: string
  /** Who appraised, under the names of the day; absent in results that were frozen before this was kept. */
  appraiser?: NamedUnit & { parent: NamedUnit | null }
  /** The surveys whose answers joined, with their periods. */
  waves: { id: string; title: string; titleEn: string; periodStart: string; periodEnd: string }[]
  units: ResultUnit[]
  /** Every criterion of every unit, the index itself first; period is the year. */
  cells: Cell[]
  method: string
}

export type ResultDifference = { unit: string; criterion: string; before: Cell | null; after: Cell | null }

/** The cells whose number or status became different, in the order of the later result. */
export function differences(before: RoundResult, after: RoundResult): ResultDifference[] {
  const key = ({ unit, criterion }: Cell) => JSON.stringify([unit, criterion])
  const [old, now] = [before, after].map(({ cells }) => new Map(cells.map((cell) => [key(cell), cell])))
  const keys = new Set([...now!.keys(), ...old!.keys()])
  return [...keys].flatMap((one): ResultDifference[] => {
    const [a, b] = [old!.get(one) ?? null, now!.get(one) ?? null]
    if (a && b && a.value === b.value && a.status === b.status && a.low === b.low && a.high === b.high)
      return []
    const { unit, criterion } = (b ?? a)!
    return [{ unit, criterion, before: a, after: b }]
  })
}
