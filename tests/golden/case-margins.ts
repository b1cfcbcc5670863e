// Population margins of a case: a category of several columns is written as one text.
import type { PopulationMargin } from '#lib/stats/population-margin'
import type { Dataset } from './dataset'
import type { Value } from './golden-case'

export interface MarginCells {
  variables: string[]
  cells: { key: Record<string, Value>; total: number }[]
}

export function caseMargin(data: Dataset, { variables, cells }: MarginCells): PopulationMargin {
  const columns = variables.map((name) => data.column(name))
  return {
    name: variables.join(' x '),
    categories: Array.from({ length: data.size }, (_, row) =>
      categoryOf(columns.map((column) => column[row]!)),
    ),
    totals: cells.map(({ key, total }) => ({
      category: categoryOf(variables.map((name) => key[name]!))!,
      total,
    })),
  }
}

function categoryOf(values: Value[]): string | null {
  return values.includes(null) ? null : values.map(String).join(' | ')
}
