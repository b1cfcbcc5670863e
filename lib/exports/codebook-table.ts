// The codebook as a file: one line for every value that a column of the response file can hold, the three codes that say
// why there is none included. With it the numbers in the other file can be read in ten years.

import { designColumns, missingWords, responseColumns } from '#lib/exports/response-table'
import { type Table, wholeTable } from '#lib/exports/table'
import { type CollectionField, collectionLabels } from '#lib/surveys/collection'
import type { Variable } from '#lib/surveys/variable'

const columns = [
  'column',
  'question',
  'row',
  'option',
  'label_vi',
  'label_en',
  'kind',
  'code',
  'value',
  'value_label_vi',
  'value_label_en',
  'is_dont_know',
]

/** `form`: "awareness.v1"; `isOfDrawnPeople`: the file has the columns of their design. */
export function codebookTable(form: string, codebook: readonly Variable[], isOfDrawnPeople = false): Table {
  const heads = [...responseColumns, ...(isOfDrawnPeople ? designColumns : [])]
  const rows = [...heads.flatMap(designLinesOf), ...codebook.flatMap(linesOf)]
  return wholeTable(`${form}-codebook`.replaceAll('.', '-'), columns, rows)
}

/** How answers were collected: one line, or one for each value of a closed list, which stands in the column as it is. */
function designLinesOf({ name, label }: (typeof responseColumns | typeof designColumns)[number]) {
  const head = [name, null, null, null, label.vi, label.en ?? null, 'design', null]
  const values = name in collectionLabels ? Object.entries(collectionLabels[name as CollectionField]) : []
  if (values.length === 0) return [[...head, null, null, null, null]]
  return values.map(([value, meaning]) => [...head, value, meaning.vi, meaning.en ?? null, null])
}

function linesOf(variable: Variable) {
  const head = [
    variable.name,
    variable.question,
    variable.row ?? null,
    variable.option === undefined ? null : String(variable.option),
    variable.label.vi,
    variable.label.en ?? null,
    variable.kind,
  ]
  const offered = variable.values.map(({ code, value, label, isDontKnow }) => [
    ...head,
    code,
    String(value),
    label.vi,
    label.en ?? null,
    isDontKnow ? 1 : 0,
  ])
  const missing = missingWords.map(({ code, label }) => [...head, code, null, label.vi, label.en, 0])
  return [...offered, ...missing]
}
