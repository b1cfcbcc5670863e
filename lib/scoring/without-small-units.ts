// Answers of invited people in units with so few of them that the sum of the unit would tell single ones: they are left out of
// everything, totals too, because a total minus the units that are shown would be that very sum.

type Counted = { unit: string; n?: number }

/**
 * The rows without those of units that have answers, but fewer than `least` of them. A row without `n` is one answer.
 * @example
 * withoutSmallUnits([{ unit: 'a', n: 9 }, { unit: 'b', n: 2 }], 5) // => [{ unit: 'a', n: 9 }]
 */
export function withoutSmallUnits<Row extends Counted>(rows: readonly Row[], least: number): Row[] {
  const answers = new Map<string, number>()
  for (const { unit, n = 1 } of rows) answers.set(unit, (answers.get(unit) ?? 0) + n)
  return rows.filter(({ unit }) => answers.get(unit)! >= least)
}
