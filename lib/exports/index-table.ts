// An index as a table that an officer can change in any spreadsheet and hand in again as a set of its own.

import { ruleOf } from '#lib/definitions/entered-rule'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { indexColumns, keepWord, writeRule } from '#lib/definitions/rule-words'
import { type Row, type Table, wholeTable } from '#lib/exports/table'

/** One row a criterion, parents before their children. */
export function indexTable(index: IndexFile): Table {
  return wholeTable(`${index.slug}-v${index.version}`, indexColumns, rowsOf(index.criteria, null))
}

function rowsOf(criteria: readonly Criterion[], parent: string | null): Row[] {
  return criteria.flatMap((one) => [
    [
      one.code,
      parent,
      one.name.vi,
      one.name.en,
      one.max ?? null,
      one.weight ?? null,
      sourceWords(one),
      isOptional(one) ? 'x' : null,
      one.basis?.document ?? null,
    ],
    ...rowsOf(one.children ?? [], one.code),
  ])
}

function sourceWords({ source }: Criterion): string | null {
  if (!source) return null
  return ('entered' in source && writeRule(ruleOf(source.entered))) || keepWord
}

const isOptional = ({ source }: Criterion) =>
  source !== undefined && 'entered' in source && source.entered.mayNotApply === true
