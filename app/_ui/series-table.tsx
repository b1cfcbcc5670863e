// The indices of the plan in one table: last figure, change where years can be compared, target and distance.
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import type { SeriesFile } from '#lib/definitions/series-file'
import type { SeriesLine } from '#lib/series/series-line'
import type { SeriesView } from '#lib/series/series-view'
import { DataTable } from './data-table'
import style from './page.module.css'

export function SeriesTable({ views }: { views: SeriesView[] }) {
  const t = useTranslations('series')
  const language = useLocale()
  const words = useSeriesWords()
  return (
    <DataTable
      caption={t('table')}
      isCaptionHidden
      rows={views}
      rowKey={({ series }) => series.slug}
      columns={[
        {
          key: 'index',
          head: t('index'),
          cell: ({ series }) => <a href={`#${series.slug}`}>{series.short}</a>,
        },
        {
          key: 'last',
          head: t('last'),
          isNumber: true,
          cell: ({ series, total: { last } }) =>
            last ? `${words.number(series, last.value)} (${last.year})` : t('noFigure'),
        },
        { key: 'rank', head: t('rank'), isNumber: true, cell: ({ total }) => words.rank(total.last) },
        {
          key: 'change',
          head: t('change'),
          isNumber: true,
          cell: ({ series, total }) => words.change(series, total),
        },
        {
          key: 'target',
          head: t('target'),
          isNumber: true,
          cell: ({ series, total: { target } }) =>
            target
              ? t('targetOf', { value: words.number(series, target.value), year: String(target.year) })
              : t('noTarget'),
        },
        {
          key: 'distance',
          head: t('distance'),
          isNumber: true,
          cell: ({ series, total }) => words.distance(series, total.distance),
        },
        {
          key: 'released',
          head: t('released'),
          isNumber: true,
          cell: ({ released }) =>
            released ? (
              <Link href={`/results/${released.releaseId}`}>
                {formatNumber(released.cell.value!, released.cell.scale, language)}
                <span className={style.small}> {formatInterval(released.cell, language) ?? ''}</span>
                {released.isSample && <span className={style.small}> {t('sample')}</span>}
              </Link>
            ) : (
              t('none')
            ),
        },
      ]}
    />
  )
}

/** The words for what a line says or cannot say. */
export function useSeriesWords() {
  const t = useTranslations('series')
  const format = useFormatter()
  const number = (series: SeriesFile, value: number, signDisplay: 'auto' | 'exceptZero' = 'auto') =>
    format.number(value, { maximumFractionDigits: series.decimals, signDisplay })
  const reason = { 'no-figure': 'none', 'first-figure': 'firstFigure', break: 'break' } as const
  return {
    number,
    rank: (point: SeriesLine['last']) => {
      if (!point?.rank) return t('none')
      return point.outOf
        ? t('rankOf', { rank: String(point.rank), outOf: String(point.outOf) })
        : String(point.rank)
    },
    change: (series: SeriesFile, { change, noChange }: SeriesLine) =>
      change
        ? t('since', { value: number(series, change.value, 'exceptZero'), year: String(change.from) })
        : t(noChange ? reason[noChange] : 'none'),
    distance: (series: SeriesFile, distance: number | null) => {
      if (distance === null) return t('none')
      return t(distance >= 0 ? 'reached' : 'missed', { value: number(series, Math.abs(distance)) })
    },
  }
}
