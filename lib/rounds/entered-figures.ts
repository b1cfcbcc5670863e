// Appraised answers as the scoring engine reads entered figures. The surprise: what does not apply is said, because it
// leaves the maximum; what has no figure is simply not there.
import type { Answer } from '#lib/rounds/round-event'
import { type SheetLine, standingAnswer } from '#lib/rounds/sheet'
import type { EnteredFigure } from '#lib/scoring/score-input'

/** Criterion -> figure, of the answers that stand. A self-score that nobody has appraised is no figure. */
export function enteredFigures(lines: Iterable<SheetLine>): Map<string, EnteredFigure> {
  return frozenFigures(
    [...lines].map((line) => ({ criterion: line.criterion, standing: standingAnswer(line) })),
  )
}

/** The same of a frozen result, whose lines hold the answer that stands. */
export function frozenFigures(
  lines: Iterable<{ criterion: string; standing: Answer | null }>,
): Map<string, EnteredFigure> {
  const figures = new Map<string, EnteredFigure>()
  for (const { criterion, standing } of lines) {
    if (standing?.kind === 'figure') figures.set(criterion, standing.value)
    if (standing?.kind === 'not-applicable') figures.set(criterion, 'not-applicable')
  }
  return figures
}
