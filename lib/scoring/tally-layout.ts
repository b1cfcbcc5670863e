// Where each (question, value) is counted in a tally: one whole number for every code that every column of the codebook
// can take, the three codes for "no value" included. The surprise: a column of numbers or text only counts whether it
// was answered; its values are not kept in tallies.
import { noAnswer, notAsked, notCodable, type Variable } from '#lib/surveys/variable'

/** Stands for "some number" in the column of a number question. */
export const answered = -4

export type LayoutVariable = {
  variable: Variable
  /** Codes in the order in which they are counted. */
  codes: number[]
  /** Place of the first code in `counts`. */
  start: number
}

export type TallyLayout = {
  variables: LayoutVariable[]
  /** Length of `counts`. */
  size: number
  /** The same text for the same layout: hash it to notice a change. */
  text: string
}

/** The layout of counts for a codebook. */
export function tallyLayout(codebook: Variable[]): TallyLayout {
  let size = 0
  const variables = codebook.map((variable) => {
    const codes = [notAsked, noAnswer, notCodable, ...ownCodes(variable)]
    const start = size
    size += codes.length
    return { variable, codes, start }
  })
  return { variables, size, text: JSON.stringify(variables.map((one) => [one.variable.name, one.codes])) }
}

function ownCodes(variable: Variable): number[] {
  return variable.values.length > 0 ? variable.values.map((value) => value.code) : [answered]
}

/**
 * A function that adds one coded answer to counts of this layout.
 * It throws RangeError for a code the codebook does not know: the row was coded by another version.
 */
export function makeCounter(layout: TallyLayout): (counts: Float64Array, coded: ArrayLike<number>) => void {
  const tables = layout.variables.map(placesByCode)
  return (counts, coded) => {
    if (coded.length !== tables.length)
      throw new RangeError(`A coded answer has ${coded.length} columns, the codebook has ${tables.length}`)
    for (let at = 0; at < tables.length; at++) {
      const code = coded[at]!
      const place = tables[at]!(code)
      if (place === undefined)
        throw new RangeError(`Column ${layout.variables[at]!.variable.name} cannot hold the code ${code}`)
      counts[place]!++
    }
  }
}

function placesByCode({ variable, codes, start }: LayoutVariable): (code: number) => number | undefined {
  const places: (number | undefined)[] = []
  for (const [at, code] of codes.entries()) places[code - answered] = start + at
  const ofAnswered = variable.values.length === 0 ? start + codes.indexOf(answered) : undefined
  return (code) => places[code - answered] ?? ofAnswered
}

/** The variable of that name with its place in the counts, or undefined. */
export function findInLayout(layout: TallyLayout, name: string): LayoutVariable | undefined {
  return layout.variables.find((one) => one.variable.name === name)
}
