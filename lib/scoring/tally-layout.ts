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
  const { places, width, columns } = placesByCode(layout)
  return (counts, coded) => {
    if (coded.length !== columns)
      throw new RangeError(`A coded answer has ${coded.length} columns, the codebook has ${columns}`)
    for (let at = 0; at < columns; at++) {
      const code = Math.min(coded[at]! - answered, width - 1)
      const place = code > 0 ? places[at * width + code]! : -1
      if (place < 0) {
        const { name } = layout.variables[at]!.variable
        throw new RangeError(`Column ${name} cannot hold the code ${coded[at]}`)
      }
      counts[place]!++
    }
  }
}

/** One row of places per column, by code - answered; the last place of a row stands for all larger codes. */
function placesByCode({ variables }: TallyLayout) {
  const largest = Math.max(0, ...variables.flatMap(({ codes }) => codes))
  const width = largest - answered + 2
  const places = new Int32Array(variables.length * width).fill(-1)
  for (const [at, { variable, codes, start }] of variables.entries()) {
    if (variable.values.length === 0)
      places.fill(start + codes.indexOf(answered), at * width, (at + 1) * width)
    for (const [number, code] of codes.entries()) places[at * width + code - answered] = start + number
  }
  return { places, width, columns: variables.length }
}

/** The variable of that name with its place in the counts, or undefined. */
export function findInLayout(layout: TallyLayout, name: string): LayoutVariable | undefined {
  return layout.variables.find((one) => one.variable.name === name)
}
