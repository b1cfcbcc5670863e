// Appraised answers as the scoring engine reads entered figures. The surprise: what does not apply is said, because it
// leaves the maximum; what has no figure is simply not there.
import { type SheetLine, standingAnswer } from '#lib/rounds/sheet'
import type { EnteredFigure } from '#lib/scoring/score-input'

/** Criterion -> figure, of the answers that stand. A self-score that nobody has appraised is no figure. */
export function enteredFigures(lines: Iterable<SheetLine>): Map<string, EnteredFigure> {
  const figures = new Map<string, EnteredFigure>()
  for (const line of lines) {
    const answer = standingAnswer(line)
    if (answer?.kind === 'figure') figures.set(line.criterion, answer.value)
    if (answer?.kind === 'not-applicable') figures.set(line.criterion, 'not-applicable')
  }
  return figures
}
