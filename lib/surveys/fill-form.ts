// Puts values decided column by column together to the answers object that a browser would send.
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import type { Variable } from '#lib/surveys/variable'

/** The value of one column: for an option of a "choose several" question true or false, undefined for no answer. */
export type Choose = (variable: Variable) => unknown

type Parts = Record<string | number, unknown>

/** Answers to every column of the codebook, hidden ones included: `checkAnswers` drops those. */
export function fillForm(form: CompiledForm, choose: Choose): Answers {
  const answers: Answers = {}
  for (const variable of form.codebook) {
    const value = choose(variable)
    if (value === undefined || variable.isCount) continue
    const { question, row, option, path, rank } = variable
    const way = [question, ...(path ?? (row === undefined ? [] : [row]))]
    if (rank !== undefined) addAt(answers, way, [[value, rank]])
    else if (option === undefined) setAt(answers, way, () => value)
    else if (value) addAt(answers, way, [option])
  }
  for (const variable of form.codebook) if (variable.rank !== undefined) sortRanks(answers, variable)
  return answers
}

/** Sets a value on the way into nested answers; a number on the way means a list. */
function setAt(answers: Answers, way: (string | number)[], change: (old: unknown) => unknown): void {
  let part = answers as Parts
  way.slice(0, -1).forEach((step, index) => {
    part[step] ??= typeof way[index + 1] === 'number' ? [] : {}
    part = part[step] as Parts
    const next = way[index + 1]
    if (typeof next === 'number') for (let at = 0; at < next; at++) part[at] ??= {}
  })
  const last = way.at(-1) as string | number
  part[last] = change(part[last])
}

const addAt = (answers: Answers, way: (string | number)[], values: unknown[]) =>
  setAt(answers, way, (old) => [...((old as unknown[]) ?? []), ...values])

/** Pairs of place and option become the options in order. */
function sortRanks(answers: Answers, { question, path = [] }: Variable): void {
  const way = [question, ...path]
  const owner = way.slice(0, -1).reduce<unknown>((part, step) => (part as Parts | undefined)?.[step], answers)
  const last = way.at(-1) as string | number
  const pairs = (owner as Parts | undefined)?.[last]
  if (!Array.isArray(pairs) || !Array.isArray(pairs[0])) return
  ;(owner as Parts)[last] = (pairs as [number, unknown][])
    .sort((a, b) => a[0] - b[0])
    .map(([, option]) => option)
}
