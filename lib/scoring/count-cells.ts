// How many answers came in, against what was aimed at, in all and by mode. Counts are plain, never weighted.
import type { Cell } from '#lib/scoring/cell'
import type { Tally } from '#lib/scoring/sample'

export type CountInput = {
  wave: string
  /** Form of the wave, e.g. "awareness.v1". */
  form: string
  targets: { unit: string; target: number }[]
  tallies: readonly Pick<Tally, 'unit' | 'mode' | 'n'>[]
  modes: readonly string[]
  /** Answers that came in the days of grace, of a wave that grants some. */
  late?: readonly { unit: string; n: number }[]
}

/** Per unit: `answers`, `target`, `mode=<mode>` for each mode offered or used, and `late` with days of grace. */
export function countCells(input: CountInput): Cell[] {
  const modes = [...new Set([...input.modes, ...input.tallies.map((tally) => tally.mode)])]
  return input.targets.flatMap(({ unit, target }) => {
    const own = input.tallies.filter((tally) => tally.unit === unit)
    const answers = sumOfAnswers(own)
    return [
      countCell(input, unit, 'answers', answers, target),
      countCell(input, unit, 'target', target, target),
      ...modes.map((mode) =>
        countCell(
          input,
          unit,
          `mode=${mode}`,
          sumOfAnswers(own.filter((tally) => tally.mode === mode)),
          target,
        ),
      ),
      ...(input.late
        ? [
            countCell(
              input,
              unit,
              'late',
              sumOfAnswers(input.late.filter((one) => one.unit === unit)),
              target,
            ),
          ]
        : []),
    ]
  })
}

function sumOfAnswers(tallies: readonly Pick<Tally, 'n'>[]): number {
  return tallies.reduce((sum, tally) => sum + tally.n, 0)
}

function countCell(
  { wave, form }: CountInput,
  unit: string,
  criterion: string,
  value: number,
  target: number,
): Cell {
  return {
    unit,
    criterion,
    period: wave,
    value,
    low: null,
    high: null,
    standardError: null,
    degreesOfFreedom: null,
    maximum: target,
    n: criterion === 'target' ? 0 : value,
    entry: 'all',
    status: 'ok',
    flags: [],
    scale: 'count',
    method: `${form}; count`,
  }
}
