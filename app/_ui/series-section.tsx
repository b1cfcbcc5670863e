// One published index: who publishes it, its years as picture and table, its breaks of method and its dimensions.
import { useLocale, useTranslations } from 'next-intl'
import { seriesCells } from '#lib/series/series-cells'
import type { SeriesView } from '#lib/series/series-view'
import { inLanguage } from '#lib/surveys/local-text'
import { Chart } from './chart'
import { DataTable } from './data-table'
import style from './page.module.css'
import { useSeriesWords } from './series-table'
import type { UnitLabel } from './unit-names'

type Props = { view: SeriesView; unit: UnitLabel; isAnyKnown: boolean }

export function SeriesSection({ view: { series, total, dimensions }, unit, isAnyKnown }: Props) {
  const t = useTranslations('series')
  const language = useLocale()
  const words = useSeriesWords()
  const title = inLanguage(series.title, language)
  const labels = {
    locale: language,
    units: { [unit.id]: unit.name },
    criteria: { [series.slug]: series.short },
  }
  const nameOf = (code: string) => {
    const dimension = series.dimensions.find((one) => one.code === code)
    return dimension ? inLanguage(dimension.name, language) : code
  }
  return (
    <section className={style.section} aria-labelledby={series.slug}>
      <h2 id={series.slug}>{title}</h2>
      <p className={style.soft}>
        {t('publisher', { name: inLanguage(series.publisher, language) })}.{' '}
        {t('scale', { min: series.scale.min, max: series.scale.max })}. {inLanguage(series.about, language)}
      </p>
      {series.breaks.length > 0 && (
        <ul className={style.plain}>
          {series.breaks.map(({ from, why, isUnverified }) => (
            <li key={from} className={style.small}>
              {t('breakAt', { year: String(from), why: inLanguage(why, language) })}
              {isUnverified && ` (${t('unverified')})`}
            </li>
          ))}
        </ul>
      )}
      {isAnyKnown && (
        <Chart
          chart="series"
          cells={seriesCells(series, unit.id, total)}
          labels={labels}
          description={t('chart', { name: series.short, unit: unit.name })}
          fileName={`${series.slug}-${unit.id}`}
          saveLabel={t('savePicture')}
        />
      )}
      <DataTable
        caption={t('years', { name: series.short })}
        rows={total.points}
        rowKey={(point) => String(point.year)}
        empty={t('noFigure')}
        columns={[
          { key: 'year', head: t('year'), cell: (point) => point.year },
          {
            key: 'value',
            head: t('value'),
            isNumber: true,
            cell: (point) => words.number(series, point.value),
          },
          { key: 'rank', head: t('rank'), isNumber: true, cell: words.rank },
          { key: 'source', head: t('source'), cell: (point) => point.source },
          {
            key: 'note',
            head: t('note'),
            cell: (point) =>
              [point.isDerived && t('derived'), point.breakBefore && t('break')].filter(Boolean).join('; '),
          },
        ]}
      />
      {dimensions.length > 0 && (
        <DataTable
          caption={t('dimensions')}
          rows={dimensions}
          rowKey={(line) => line.dimension}
          columns={[
            { key: 'name', head: t('dimensions'), cell: (line) => nameOf(line.dimension) },
            {
              key: 'last',
              head: t('last'),
              isNumber: true,
              cell: ({ last }) =>
                last ? `${words.number(series, last.value)} (${last.year})` : t('noFigure'),
            },
            {
              key: 'change',
              head: t('change'),
              isNumber: true,
              cell: (line) => words.change(series, line),
            },
            {
              key: 'distance',
              head: t('distance'),
              isNumber: true,
              cell: (line) => words.distance(series, line.distance),
            },
          ]}
        />
      )}
    </section>
  )
}
