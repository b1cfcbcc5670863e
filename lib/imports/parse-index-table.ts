// A table of criteria -> the tree of an index. What a row says replaces what the index it begins from says of the same code;
// where the source says "keep", or says nothing at a leaf, the source of that criterion stays. Every fault is named with its row.
import { ruleOf } from '#lib/definitions/entered-rule'
import type { Criterion } from '#lib/definitions/index-file'
import type { Source } from '#lib/definitions/index-source'
import { indexColumns, keepWord, readRule } from '#lib/definitions/rule-words'
import type { Rows } from '#lib/imports/read-rows'
import type { Sentence } from '#lib/problem'

export type RowFault = Sentence & { row: number }
export type IndexTable = {
  criteria: Criterion[]
  /** Code -> number of its row in the file. */
  rowOf: ReadonlyMap<string, number>
  faults: RowFault[]
}

type Line = { row: number; cells: Record<(typeof indexColumns)[number], string> }

/** `before`: the criteria of the index that the table begins from. */
export function parseIndexTable(rows: Rows, before: readonly Criterion[]): IndexTable {
  const { lines, faults } = readLines(rows)
  const known = new Map(flatten(before).map((one) => [one.code, one]))
  const rowOf = new Map<string, number>()
  for (const { row, cells } of lines) {
    const first = rowOf.get(cells.code)
    if (first)
      faults.push(
        says(
          row,
          `mã “${cells.code}” đã có ở dòng ${first}.`,
          `code “${cells.code}” stands in row ${first} already.`,
        ),
      )
    else rowOf.set(cells.code, row)
  }
  const parents = new Set(lines.map(({ cells }) => cells.parent).filter(Boolean))
  const made = new Map<string, Criterion>()
  for (const line of lines) {
    const read = readCriterion(line, parents.has(line.cells.code), known.get(line.cells.code))
    if ('vi' in read) faults.push({ row: line.row, ...read })
    else made.set(line.cells.code, read)
  }
  const criteria: Criterion[] = []
  for (const { row, cells } of lines) {
    const own = made.get(cells.code)
    if (!own || rowOf.get(cells.code) !== row) continue
    if (!cells.parent) criteria.push(own)
    else if (rowOf.has(cells.parent)) place(made.get(cells.parent), own)
    else
      faults.push(
        says(
          row,
          `không có dòng nào mang mã cha “${cells.parent}”.`,
          `no row has the parent code “${cells.parent}”.`,
        ),
      )
  }
  const lost = rowOf.size - flatten(criteria).length
  if (faults.length === 0 && lost > 0)
    faults.push(
      says(
        1,
        `có ${lost} tiêu chí làm cha của nhau thành vòng.`,
        `${lost} criteria are parents of each other in a ring.`,
      ),
    )
  if (faults.length === 0 && criteria.length === 0)
    faults.push(says(1, 'bảng không có tiêu chí nào.', 'the table has no criterion.'))
  return { criteria, rowOf, faults }
}

function readLines(rows: Rows): { lines: Line[]; faults: RowFault[] } {
  const head = (rows[0] ?? []).map((cell) =>
    String(cell ?? '')
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const missing = ['code', 'parent', 'name'].filter((column) => !head.includes(column))
  if (missing.length > 0) {
    const [list, all] = [missing.join(', '), indexColumns.join(', ')]
    return {
      lines: [],
      faults: [
        says(1, `thiếu cột ${list} (dòng đầu: ${all}).`, `column ${list} is missing (first row: ${all}).`),
      ],
    }
  }
  const lines = rows.slice(1).flatMap((cells, at): Line[] => {
    if (cells.every((cell) => cell === null || cell === '')) return []
    const named = indexColumns.map((column) => [column, String(cells[head.indexOf(column)] ?? '').trim()])
    return [{ row: at + 2, cells: Object.fromEntries(named) }]
  })
  return { lines, faults: [] }
}

function readCriterion(
  { cells }: Line,
  isParent: boolean,
  before: Criterion | undefined,
): Criterion | Sentence {
  const { code, name } = cells
  if (!/^[a-z][a-z0-9_]{0,31}$/.test(code))
    return {
      vi: `mã “${code}” phải bắt đầu bằng chữ thường không dấu, chỉ gồm chữ thường, số và _, tối đa 32 ký tự.`,
      en: `the code “${code}” must begin with a small letter and have only small letters, digits and _, at most 32.`,
    }
  if (!name) return { vi: `tiêu chí “${code}” thiếu tên.`, en: `criterion “${code}” has no name.` }
  const [max, weight] = [readNumber(cells.points), readNumber(cells.weight)]
  if (Number.isNaN(max) || Number.isNaN(weight) || (max === undefined) === (weight === undefined))
    return {
      vi: `tiêu chí “${code}” cần đúng một số: điểm tối đa ở cột points, hoặc trọng số ở cột weight.`,
      en: `criterion “${code}” needs exactly one number: maximum points in the column points, or a weight in the column weight.`,
    }
  const source = isParent ? undefined : readSource(cells, max, before)
  if (source && 'vi' in source) return source
  const {
    children: _children,
    source: _source,
    max: _max,
    weight: _weight,
    basis: _basis,
    ...kept
  } = before ?? {}
  return {
    ...kept,
    code,
    name: { ...before?.name, vi: name, en: cells.name_en || before?.name.en || name },
    ...(max === undefined ? { weight } : { max }),
    ...(source ? { source: source.source } : {}),
    ...readBasis(cells.document, before),
  }
}

function readSource(
  { code, source, not_applicable }: Line['cells'],
  max: number | undefined,
  before: Criterion | undefined,
): { source: Source } | Sentence {
  const rule = readRule(source || keepWord, max ?? 1)
  if (rule === keepWord) {
    if (!before?.source)
      return {
        vi: `tiêu chí “${code}” cần cách cho điểm ở cột source: bộ tiêu chí gốc không có mã này.`,
        en: `criterion “${code}” needs a rule in the column source: the set it begins from has no such code.`,
      }
    return { source: before.source }
  }
  if ('fault' in rule) return rule.fault
  const entered = before?.source && 'entered' in before.source ? before.source.entered : undefined
  const isSame = entered && JSON.stringify(ruleOf(entered)) === JSON.stringify(rule)
  if (isSame && Boolean(entered.mayNotApply) === Boolean(not_applicable)) return { source: before!.source! }
  const about = { ...(entered?.unit && { unit: entered.unit }), ...(entered?.note && { note: entered.note }) }
  return { source: { entered: { rule, ...about, ...(not_applicable ? { mayNotApply: true } : {}) } } }
}

/** A document that is not named in the table is none; where the set says nothing of a criterion, the whole set speaks for it. */
function readBasis(document: string, before: Criterion | undefined): Pick<Criterion, 'basis'> {
  if (!document && !before?.basis) return {}
  return { basis: { ...before?.basis, document: document || null } }
}

function place(parent: Criterion | undefined, child: Criterion): void {
  if (parent) parent.children = [...(parent.children ?? []), child]
}

function flatten(criteria: readonly Criterion[]): Criterion[] {
  return criteria.flatMap((one) => [one, ...flatten(one.children ?? [])])
}

/** Undefined when empty, NaN when it is no number. */
function readNumber(text: string): number | undefined {
  if (text === '') return undefined
  return /^\d{1,6}([.,]\d{1,17})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

const says = (row: number, vi: string, en: string): RowFault => ({ row, vi, en })
