// How often a question was asked and got no opinion: people who left it empty, do not know or would rather not say. Plain
// counts of answers, not estimates: they speak of the form and the field work, not of the population.
import type { SampleCluster } from '#lib/scoring/sample'
import type { LayoutVariable } from '#lib/scoring/tally-layout'
import { dontKnowValue, noAnswer, notAsked, refusedValue, type Variable } from '#lib/surveys/variable'

export type Silence = {
  variable: Variable
  /** Answers in which the question was asked. */
  asked: number
  /** Counts among them; null where fewer were asked than the minimum. */
  silent: { noAnswer: number; dontKnow: number; refused: number } | null
}

/** One line a question, in the order of the form. Source of the kinds: AAPOR (2023) Standard Definitions, item non-response. */
export function countSilence(
  variables: readonly LayoutVariable[],
  villages: readonly Pick<SampleCluster, 'n' | 'counts'>[],
  minimumAnswers: number,
): Silence[] {
  return variables.map(({ variable, codes, start }) => {
    const sum = (code: number | undefined) => {
      const place = code === undefined ? -1 : codes.indexOf(code)
      return place < 0 ? 0 : villages.reduce((total, { counts }) => total + counts[start + place]!, 0)
    }
    const codeOf = (value: number) => variable.values.find((one) => one.value === value)?.code
    const asked = villages.reduce((total, { n }) => total + n, 0) - sum(notAsked)
    const silent = {
      noAnswer: sum(noAnswer),
      dontKnow: sum(codeOf(dontKnowValue)),
      refused: sum(codeOf(refusedValue)),
    }
    return { variable, asked, silent: asked >= minimumAnswers ? silent : null }
  })
}
