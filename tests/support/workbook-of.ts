// A workbook of some units straight from the inputs of scoring, as the flows make it.
import { discloseCells } from '#lib/scoring/disclose-cells'
import { rankUnits } from '#lib/scoring/rank-units'
import { scoreCells } from '#lib/scoring/score-cells'
import { relativeColumns, scoreUnits, type UnitsInput } from '#lib/scoring/score-units'
import { indexWorkbook } from '#lib/workbook/index-workbook'
import type { WorkbookInput } from '#lib/workbook/workbook-input'
import { workbookUnits } from '#lib/workbook/workbook-units'

export function workbookInputOf(
  given: UnitsInput,
  units: readonly string[],
  hasTotal: boolean,
): WorkbookInput {
  const data = { ...given, columns: relativeColumns(given, [...units]) }
  const { index } = given
  const places = units.map((id) => ({ id, name: `Xã ${id}`, isTotal: false, members: [id] }))
  const all = { id: 'total', name: 'Toàn huyện', isTotal: true, members: [...units] }
  const shown = hasTotal ? [...places, all] : places
  const cells = shown.flatMap(({ id, members }) =>
    scoreCells(scoreUnits(data, id, new Set(members)), {
      index,
      unit: id,
      period: 'w',
      entry: 'all',
      source: '',
    }),
  )
  const disclosed = discloseCells(cells, 'total', index)
  const ranks = rankUnits(
    disclosed.filter(({ unit, criterion }) => unit !== 'total' && criterion === index.slug),
  )
  return {
    language: 'vi',
    index,
    ...workbookUnits(data, shown, (unit) => disclosed.filter((cell) => cell.unit === unit)),
    isWhole: true,
    ranks: ranks.length > 1 ? ranks : null,
    about: [],
  }
}

export const workbookOf = (given: UnitsInput, units: readonly string[], hasTotal = true) =>
  indexWorkbook(workbookInputOf(given, units, hasTotal))
