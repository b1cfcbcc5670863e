// All stages of an index as one long table, a row for each unit and criterion: the numbers of the workbook without its
// formulas, for programs that read tables. What the workbook withholds is withheld here, by the same mark.
import type { SheetCell } from '#lib/exports/sheet'
import { type Table, type Value, wholeTable } from '#lib/exports/table'
import { inLanguage } from '#lib/surveys/local-text'
import { headRows, lineHeads, type StageSheet } from '#lib/workbook/grid'
import { indexWorkbook } from '#lib/workbook/index-workbook'
import { makeModel } from '#lib/workbook/model'
import type { WorkbookInput } from '#lib/workbook/workbook-input'

/** Column of the table -> stage of the workbook. */
const stages: readonly (readonly [string, StageSheet])[] = [
  ['valid', 'valid'],
  ['normalised', 'full'],
  ['applicable', 'applicable'],
  ['weight', 'weight'],
  ['weight_measured', 'measured'],
  ['weighted', 'weighted'],
  ['aggregated', 'whole'],
  ['points', 'points'],
]

const columns = [
  'unit',
  'unit_name',
  'index',
  'criterion',
  'criterion_name',
  'level',
  'role',
  ...stages.map(([column]) => column),
  'rank',
  'rank_from',
  'rank_to',
  'low',
  'high',
  'n',
  'status',
]

/** Rows by unit, then in the order of the tree; ranks stand on the row of the index itself. */
export function stageTable(name: string, input: WorkbookInput): Table {
  const { lines, names, units, index, ranks, language } = makeModel(input)
  const sheets = new Map(indexWorkbook(input).map((sheet) => [sheet.name, sheet]))
  const main = `${index.slug}.v${index.version}`
  const rows = units.flatMap((unit, at) => {
    const cells = new Map(unit.cells.map((cell) => [cell.criterion, cell]))
    const rank = ranks?.find((one) => one.unit === unit.id)
    return lines.map((line): Value[] => {
      const cell = line.tree === '' ? cells.get(line.code) : undefined
      const place = line.at === 0 ? rank : undefined
      return [
        unit.id,
        unit.name,
        line.tree || main,
        line.code,
        inLanguage(line.name, language),
        line.level,
        line.role,
        ...stages.map(([, stage]) =>
          plain(sheets.get(names[stage])!.rows[headRows + line.at]![lineHeads + at] ?? null),
        ),
        place?.rank ?? null,
        place?.lower ?? null,
        place?.upper ?? null,
        cell?.low ?? null,
        cell?.high ?? null,
        cell?.n ?? null,
        cell?.status ?? null,
      ]
    })
  })
  return wholeTable(name, columns, rows)
}

const plain = (cell: SheetCell): Value => (typeof cell === 'object' && cell !== null ? cell.value : cell)
