// Ids of the elements that messages lead to, the same on the server and in the script.
import { commentKey, type Question } from '#lib/surveys/form'

/** The element that a message leads to: "f3" for a question, "f3-1" for the second row of a matrix. */
export function anchorOf(index: number, row?: number): string {
  return row === undefined || row < 0 ? `f${index}` : `f${index}-${row}`
}

/** The anchor that a fault's path ("question", "question.row", "question-Comment", "~consent") leads to. */
export function anchorOfPath(questions: Pick<Question, 'name' | 'kind'>[], path: string): string {
  if (path === '~consent') return 'consent'
  for (const [index, question] of questions.entries()) {
    if (path === question.name) return anchorOf(index)
    if (path === commentKey(question)) return `${anchorOf(index)}w`
    if (!path.startsWith(`${question.name}.`)) continue
    const part = path.slice(question.name.length + 1)
    const { rows, fields } = question as { rows?: { name: string }[]; fields?: { name: string }[] }
    return anchorOf(
      index,
      (rows ?? fields ?? []).findIndex((one) => one.name === part),
    )
  }
  return 'main'
}
