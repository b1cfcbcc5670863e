// The part of a report on what changed since an earlier wave: a table and a picture of the index, and for every unit that is
// not what it was the rule by which it is compared, or why it cannot be.
import { change as changeChart } from '#lib/charts/change'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { statusWords } from '#lib/charts/status-words'
import type { IndexFile } from '#lib/definitions/index-file'
import { isComparable } from '#lib/lineage/continuity'
import { continuityWords } from '#lib/lineage/continuity-words'
import type { Block } from '#lib/reports/report'
import type { Cell } from '#lib/scoring/cell'
import { inLanguage } from '#lib/surveys/local-text'

type Titled = { id: string; title: string; titleEn: string }

export type ComparedWaves = {
  index: IndexFile
  wave: Titled
  baseline: Titled
  /** Every unit that a cell speaks of. */
  named: { id: string; name: string; nameEn: string }[]
  cells: Cell[]
  levels: Cell[]
}

/** Of the index as a whole; cells as `loadChange` gives them. Empty when there is nothing to compare. */
export function changeBlocks(compared: ComparedWaves, language: 'vi' | 'en'): Block[] {
  const { index, wave, baseline, named, levels } = compared
  const say = (vi: string, en: string) => (language === 'en' ? en : vi)
  const cells = compared.cells.filter((cell) => cell.criterion === index.slug)
  if (cells.length === 0) return []
  const units = new Map(named.map((unit) => [unit.id, unit]))
  const nameOf = (id: string) => {
    const unit = units.get(id)
    return unit ? say(unit.name, unit.nameEn) : id
  }
  const figureOf = (cell: Cell | undefined) =>
    cell === undefined
      ? '–'
      : cell.value === null
        ? statusWords[cell.status][language]
        : formatNumber(cell.value, cell.scale, language)
  const levelOf = ({ unit, criterion }: Cell, period: string) =>
    levels.find((cell) => cell.unit === unit && cell.criterion === criterion && cell.period === period)
  const rules = cells.flatMap(({ unit, continuity, value }) =>
    continuity && (value !== null || !isComparable(continuity))
      ? `${nameOf(unit)}: ${continuityWords(continuity, (id) => units.get(id) ?? { name: id, nameEn: id })[language]}`
      : [],
  )
  const title = say(baseline.title, baseline.titleEn)
  return [
    { type: 'heading', level: 2, text: say(`Thay đổi so với ${title}`, `Change since ${title}`) },
    {
      type: 'table',
      table: {
        caption: say('Bảng 3. Thay đổi của chỉ số', 'Table 3. Change of the index'),
        columns: [
          { head: say('Đơn vị', 'Unit'), share: 0.32 },
          { head: say('Đợt trước', 'Before'), isNumber: true },
          { head: say('Đợt này', 'Now'), isNumber: true },
          { head: say('Thay đổi', 'Change'), isNumber: true },
          { head: say('Khoảng tin cậy', 'Interval'), isNumber: true },
        ],
        rows: cells.map((cell) => [
          nameOf(cell.unit),
          figureOf(levelOf(cell, baseline.id)),
          figureOf(levelOf(cell, wave.id)),
          figureOf(cell),
          formatInterval(cell, language) ?? '–',
        ]),
        note: say(
          'Khoảng có chứa số 0 là chưa thấy thay đổi rõ. Hai đợt chỉ được so trên cùng một địa bàn.',
          'An interval that holds 0 shows no clear change. The two waves are compared on the same ground only.',
        ),
      },
    },
    ...(rules.length > 0 ? [{ type: 'list' as const, items: rules }] : []),
    ...(changeChart.accepts(cells)
      ? [
          {
            type: 'chart' as const,
            chart: changeChart.name,
            cells,
            labels: {
              locale: language,
              units: Object.fromEntries(named.map(({ id }) => [id, nameOf(id)])),
              criteria: { [index.slug]: inLanguage(index.title, language) },
            },
            caption: say(
              'Hình 2. Thay đổi giữa hai đợt, với khoảng tin cậy 95 %',
              'Figure 2. Change between the two waves with 95 % intervals',
            ),
          },
        ]
      : []),
  ]
}
