// The same cells as the picture above it, as a table that opens and closes: every number with its interval, its n and
// what a reader must know about it. A number that may not be shown is a word, never an empty cell.
import { useLocale, useTranslations } from 'next-intl'
import type { ChartLabels } from '#lib/charts/chart-definition'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { flagWords, statusWords } from '#lib/charts/status-words'
import { isComparable } from '#lib/lineage/continuity'
import { continuityWords } from '#lib/lineage/continuity-words'
import type { Cell, CellFlag } from '#lib/scoring/cell'
import style from './cell-table.module.css'
import { type Column, DataTable } from './data-table'

type Props = {
  caption: string
  cells: Cell[]
  labels: ChartLabels
  /** What the rows are split by, where it is not criteria. */
  criterionHead?: string
  isOpen?: boolean
  /** Addresses of the same cells as files. */
  files?: { href: string; label: string }[]
  /** Columns of its own, e.g. the rank. */
  extra?: Column<Cell>[]
  /** Where a number is explained. */
  explain?: (cell: Cell) => string
}

export function CellTable({
  caption,
  cells,
  labels,
  criterionHead,
  isOpen = false,
  files = [],
  extra = [],
  explain,
}: Props) {
  const t = useTranslations('results')
  const language = useLocale()
  const hasUnits = new Set(cells.map((cell) => cell.unit)).size > 1
  const hasCriteria = new Set(cells.map((cell) => cell.criterion)).size > 1
  const unit: Column<Cell> = {
    key: 'unit',
    head: t('unit'),
    cell: (cell) => labels.units[cell.unit] ?? cell.unit,
  }
  const criterion: Column<Cell> = {
    key: 'criterion',
    head: criterionHead ?? t('criterion'),
    cell: (cell) => labels.criteria[cell.criterion] ?? cell.criterion,
  }
  const n: Column<Cell> = {
    key: 'n',
    head: 'n',
    isNumber: true,
    cell: (cell) => (cell.n > 0 ? formatNumber(cell.n, 'count', language) : '–'),
  }
  const notes: Column<Cell> = {
    key: 'notes',
    head: t('notes'),
    cell: (cell) => <span className={style.notes}>{notesOf(cell, labels)}</span>,
  }
  const columns: Column<Cell>[] = [
    ...(hasUnits || !hasCriteria ? [unit] : []),
    ...(hasCriteria ? [criterion] : []),
    {
      key: 'value',
      head: t('value'),
      isNumber: true,
      cell: (cell) =>
        explain ? <a href={explain(cell)}>{shownValue(cell, language)}</a> : shownValue(cell, language),
    },
    ...(cells.some((cell) => cell.low !== null)
      ? [
          {
            key: 'interval',
            head: t('interval'),
            isNumber: true,
            cell: (cell: Cell) => formatInterval(cell, language) ?? '–',
          },
        ]
      : []),
    ...extra,
    ...(cells.some((cell) => cell.scale !== 'count') ? [n, notes] : []),
  ]
  return (
    <details className={style.details} open={isOpen}>
      <summary>{t('table', { rows: cells.length })}</summary>
      <div className={style.content}>
        <DataTable
          caption={caption}
          isCaptionHidden
          columns={columns}
          rows={cells}
          rowKey={(cell) => `${cell.unit} ${cell.criterion}`}
          phone="scroll"
        />
        {files.length > 0 && (
          <ul className={style.files} aria-label={t('files')}>
            {files.map(({ href, label }) => (
              <li key={href}>
                <a href={href} download>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}

function shownValue(cell: Cell, language: 'vi' | 'en') {
  // counted within another unit: neither a figure nor the lack of one
  if (cell.continuity?.rule === 'continued') return '–'
  if (cell.value === null) return <span className={style.word}>{statusWords[cell.status][language]}</span>
  const number = formatNumber(cell.value, cell.scale, language)
  return cell.scale === 'points' && cell.maximum !== null
    ? `${number} / ${formatNumber(cell.maximum, 'count', language)}`
    : number
}

function notesOf({ value, status, flags, continuity }: Cell, { locale, units }: ChartLabels): string {
  const name = (id: string) => units[id] ?? id
  // how a figure was put together is no news where there is none
  const isSaid = continuity && (value !== null || !isComparable(continuity))
  const lineage =
    isSaid && continuityWords(continuity, (id) => ({ name: name(id), nameEn: name(id) }))[locale]
  const word = value === null && !lineage ? statusWords[status][locale] : ''
  const words = flags.flatMap((flag) =>
    lineage && saidByLineage.includes(flag) ? [] : flagWords[flag][locale],
  )
  return [lineage, [word, ...words].filter(Boolean).join('; ')].filter(Boolean).join(' ')
}

/** What the sentence on the unit's past says better. */
const saidByLineage: readonly CellFlag[] = ['units-merged', 'units-changed']
