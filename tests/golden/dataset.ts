// A data file of the reference format in memory: columns of numbers or texts, null where a field is empty.
// A column is numeric only when all its filled fields are numbers, so a village named "12a" makes all villages texts.
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Value } from './golden-case'

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/

export class Dataset {
  readonly columns: string[]
  readonly size: number
  private readonly values: Map<string, Value[]>

  constructor(values: Map<string, Value[]>) {
    this.values = values
    this.columns = [...values.keys()]
    this.size = values.values().next().value?.length ?? 0
  }

  static read(path: string): Dataset {
    return Dataset.parse(readFileSync(path, 'utf8'))
  }

  static parse(text: string): Dataset {
    const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
    return new Dataset(
      new Map(header.map((name, place) => [name, typed(rows.map((row) => row[place] ?? ''))])),
    )
  }

  has(name: string): boolean {
    return this.values.has(name)
  }

  /** @throws Error when the file has no such column */
  column(name: string): Value[] {
    const column = this.values.get(name)
    if (!column) throw new Error(`no column ${name}; there are ${this.columns.join(', ')}`)
    return column
  }

  /** A column of numbers, null where missing. @throws Error when the column holds texts */
  numbers(name: string): (number | null)[] {
    return this.column(name).map((value) => {
      if (typeof value === 'string') throw new Error(`column ${name} holds the text ${value}, not a number`)
      return value
    })
  }
}

function typed(fields: string[]): Value[] {
  const isNumeric = fields.every((field) => field === '' || NUMBER.test(field))
  return fields.map((field) => (field === '' ? null : isNumeric ? Number(field) : field))
}
