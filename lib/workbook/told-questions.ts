// Whose answers may be told option by option. The surprise: it is decided for all units of the survey at once, also those
// the reader does not see, because what is not told of one unit must not follow from the others and their total.
import type { Cell } from '#lib/scoring/cell'
import type { CountedQuestion } from '#lib/scoring/score-answers'

export type UnitAnswers = {
  isTotal: boolean
  questions: readonly CountedQuestion[]
  /** The cell of the criterion as it is shown; undefined: shown in any case. */
  cell: Pick<Cell, 'status'> | undefined
}

/**
 * Which units' answers to one criterion may be told.
 * - Never those of a unit whose number is withheld, nor then those of all units together.
 * - Nobody's, where a unit that is told has a question with few answers: the others and the total would tell them.
 */
export function tellAnswers(units: readonly UnitAnswers[], minimumAnswers: number): boolean[] {
  const isHidden = units.map(({ cell }) => cell?.status === 'too-few')
  const own = units.filter((unit, at) => !unit.isTotal && !isHidden[at])
  const isSmall = ({ values }: CountedQuestion) => {
    const n = values.reduce((sum, one) => sum + one.n, 0)
    return n > 0 && n < minimumAnswers
  }
  if (own.some(({ questions }) => questions.some(isSmall))) return units.map(() => false)
  const isAnyHidden = isHidden.includes(true)
  return units.map((unit, at) => !isHidden[at] && !(unit.isTotal && isAnyHidden) && unit.questions.length > 0)
}
