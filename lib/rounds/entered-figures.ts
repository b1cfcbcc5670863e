// Appraised answers as the scoring engine reads entered figures. The surprise: what does not apply and what has no figure
// are both left out here, because both leave the sum; the cell and the sheet tell them apart.
import { type SheetLine, standingAnswer } from '#lib/rounds/sheet'

/** Criterion -> figure, of the answers that stand. A self-score that nobody has appraised is no figure. */
export function enteredFigures(lines: Iterable<SheetLine>): Map<string, number> {
  const figures = new Map<string, number>()
  for (const line of lines) {
    const answer = standingAnswer(line)
    if (answer?.kind === 'figure') figures.set(line.criterion, answer.value)
  }
  return figures
}
