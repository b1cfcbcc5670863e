// Unprompted recall by channel: what people wrote after "where did you learn of it?", as columns of 0 and 1 like any other
// question. Everybody who was asked whether they had heard of the reform counts, also who had not or wrote nothing.
import type { CodeFrameFile } from '#lib/definitions/code-frame-file'
import type { OutcomeDefinition, StudyAnswers } from '#lib/effects/study-input'

export type NamedChannel = { channel: string; outcome: OutcomeDefinition }

/** Who said yes, and whose words name no channel. */
const notAssigned = 'none'
const noAnswer = -2

const columnOf = (question: string, code: string) => `${question}#${code}`

/** One outcome for each code of the frame, and one for those whose words fit none. */
export function unpromptedOutcomes(
  frame: Pick<CodeFrameFile, 'slug' | 'version' | 'form' | 'question' | 'codes'>,
): {
  named: NamedChannel[]
  notAssigned: OutcomeDefinition
} {
  const { slug, version, form, question, codes } = frame
  const outcome = (code: string): OutcomeDefinition => ({
    key: `${slug}.v${version}/${code}`,
    criterion: null,
    area: null,
    form,
    leaves: [{ variables: [columnOf(question, code)], points: { 0: 0, 1: 1 }, weight: 1 }],
  })
  return {
    named: codes.map(({ code }) => ({ channel: code, outcome: outcome(code) })),
    notAssigned: outcome(notAssigned),
  }
}

/**
 * Columns that those outcomes read.
 *
 * @param heard 1 for whoever heard of the reform, 0 for who did not or does not remember, NaN for who was not asked
 * @param mentioned codes that the words of each person name
 */
export function unpromptedColumns(
  { question, codes }: Pick<CodeFrameFile, 'question' | 'codes'>,
  heard: ArrayLike<number>,
  mentioned: readonly (readonly string[])[],
): StudyAnswers['codes'] {
  const column = (isSo: (own: readonly string[]) => boolean) =>
    Int8Array.from(mentioned, (own, person) =>
      Number.isNaN(heard[person]!) ? noAnswer : heard[person]! > 0 && isSo(own) ? 1 : 0,
    )
  return Object.fromEntries([
    ...codes.map(({ code }) => [columnOf(question, code), column((own) => own.includes(code))]),
    [columnOf(question, notAssigned), column((own) => own.length === 0)],
  ])
}
