// A change, unit by unit: the picture, both ends beside the difference, the places, and for units that are not what they
// were the rule by which they are compared, in words beside the number.
import { useLocale, useTranslations } from 'next-intl'
import type { ChartLabels } from '#lib/charts/chart-definition'
import { formatNumber } from '#lib/charts/format-number'
import { statusWords } from '#lib/charts/status-words'
import { isComparable } from '#lib/lineage/continuity'
import { continuityWords } from '#lib/lineage/continuity-words'
import type { Cell } from '#lib/scoring/cell'
import { compareRanks } from '#lib/scoring/compare-ranks'
import type { UnitRank } from '#lib/scoring/rank-units'
import { CellTable } from './cell-table'
import { Chart } from './chart'
import type { Column } from './data-table'

type Props = {
  caption: string
  /** The differences in one criterion. */
  cells: Cell[]
  /** Figures at both ends, of this and other criteria. */
  levels: Cell[]
  periods: { before: string; after: string }
  /** The row of all units together, which is not ranked. */
  total?: string
  labels: ChartLabels
  fileName: string
  files: { href: string; label: string }[]
}

export function ChangeSection(props: Props) {
  const { caption, cells, levels, periods, total, labels, fileName, files } = props
  const t = useTranslations('results')
  const language = useLocale()
  const ranks = compareRanks(
    cells.filter(({ unit }) => unit !== total),
    levels,
    periods,
  )
  const name = (id: string) => ({ name: labels.units[id] ?? id, nameEn: labels.units[id] ?? id })
  // beside the picture, where a phone shows it; units that went into one of the rows are told of in the table only
  const rules = cells.flatMap(({ unit, value, continuity }) =>
    continuity && continuity.rule !== 'continued' && (value !== null || !isComparable(continuity))
      ? { unit, words: continuityWords(continuity, name)[language] }
      : [],
  )
  return (
    <>
      <Chart
        chart="change"
        cells={cells}
        labels={labels}
        description={t('change.description')}
        fileName={fileName}
        saveLabel={t('savePicture')}
      />
      {ranks.size > 0 && <p>{t('change.ranksAmong', { units: ranks.size })}</p>}
      {rules.length > 0 && (
        <ul>
          {rules.map(({ unit, words }) => (
            <li key={unit}>
              <strong>{labels.units[unit] ?? unit}:</strong> {words}
            </li>
          ))}
        </ul>
      )}
      {cells.some(({ continuity }) => continuity) && (
        <p>
          {t('change.gone')} {total !== undefined && t('change.allUnits')}
        </p>
      )}
      <CellTable
        caption={caption}
        cells={cells}
        labels={labels}
        isOpen
        files={files}
        extra={[level('before'), level('after'), ...(ranks.size > 0 ? [places()] : [])]}
      />
    </>
  )

  /** The figure at one end, or why there is none. */
  function level(end: 'before' | 'after'): Column<Cell> {
    return {
      key: end,
      head: t(`change.${end}`),
      isNumber: true,
      cell: ({ unit, criterion }) => {
        const cell = levels.find(
          (one) => one.unit === unit && one.criterion === criterion && one.period === periods[end],
        )
        if (!cell) return '–'
        return cell.value === null
          ? statusWords[cell.status][language]
          : formatNumber(cell.value, cell.scale, language)
      },
    }
  }

  function places(): Column<Cell> {
    return {
      key: 'rank',
      head: t('change.ranks'),
      isNumber: true,
      cell: ({ unit }) => {
        const pair = ranks.get(unit)
        if (!pair) return '–'
        return t('change.rankPair', { before: setOf(pair.before), after: setOf(pair.after) })
      },
    }
  }

  function setOf({ lower, upper }: UnitRank): string {
    return lower === upper ? t('rankOne', { rank: lower }) : t('rankOf', { lower, upper })
  }
}
