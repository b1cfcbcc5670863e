// Self-score beside appraised score, criterion by criterion: by how much a unit rates itself above what was found.
import { answerPoints, type PointSum, sumPoints } from '#lib/rounds/answer-points'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Answer } from '#lib/rounds/round-event'

export type ComparedLine = {
  criterion: string
  self: Answer | null
  standing: Answer | null
  selfPoints: number | null
  standingPoints: number | null
  /** Self less appraised, in points; above 0: rated too high. Null while one of them is missing. */
  inflation: number | null
}

export type Compared = {
  lines: ComparedLine[]
  /** Over the criteria that were appraised, so that both sums speak of the same. */
  self: PointSum
  standing: PointSum
  inflation: number | null
}

type Answers = { self: Answer | null; standing: Answer | null }

/** `answersOf` gives the answers to a criterion by its code. */
export function compareLines(
  asked: readonly AskedCriterion[],
  answersOf: (criterion: string) => Answers,
): Compared {
  const rows = asked.map((criterion) => ({ criterion, ...answersOf(criterion.code) }))
  const lines = rows.map(({ criterion, self, standing }): ComparedLine => {
    const [selfPoints, standingPoints] = [answerPoints(criterion, self), answerPoints(criterion, standing)]
    const inflation = difference(selfPoints, standingPoints)
    return { criterion: criterion.code, self, standing, selfPoints, standingPoints, inflation }
  })
  const judged = rows.filter(({ self, standing }) => self && standing)
  const [self, standing] = [
    sumPoints(judged.map((row) => ({ criterion: row.criterion, answer: row.self }))),
    sumPoints(judged.map((row) => ({ criterion: row.criterion, answer: row.standing }))),
  ]
  return { lines, self, standing, inflation: judged.length > 0 ? self.points - standing.points : null }
}

function difference(self: number | null, standing: number | null): number | null {
  return self === null || standing === null ? null : self - standing
}
