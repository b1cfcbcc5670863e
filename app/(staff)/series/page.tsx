// The indices of the plan for one unit: what was published, what was aimed at, what can be compared.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { loadSeries } from '#lib/flows/load-series'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import { FiguresForm } from '../../_ui/figures-form'
import { OneChoice } from '../../_ui/one-choice'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { SeriesSection } from '../../_ui/series-section'
import { SeriesTable } from '../../_ui/series-table'
import { unitName } from '../../_ui/unit-names'
import { saveFiguresAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('series'))('title') }
}

export default async function SeriesPage({ searchParams }: { searchParams: Promise<{ unit?: string }> }) {
  const query = await searchParams
  const t = await getTranslations('series')
  const format = await getFormatter()
  const language = await getLocale()
  const { unit, units, madeOf, wentTo, series, history } = await load((actor) => loadSeries(actor, query))
  const name = unitName(unit, language)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <OneChoice
          name="unit"
          label={t('unit')}
          choices={units.map((one) => ({ value: one.id, label: unitName(one, language) }))}
          chosen={unit.id}
          kept={{}}
        />
        {neighbours('madeOf', madeOf)}
        {neighbours('wentTo', wentTo)}
        <section className={style.section} aria-labelledby="table">
          <h2 id="table">{t('table')}</h2>
          <SeriesTable views={series} />
        </section>
        {series.map((view) => (
          <SeriesSection
            key={view.series.slug}
            view={view}
            unit={{ id: unit.id, name }}
            isAnyKnown={view.total.points.length > 0}
          />
        ))}
        {isAllowed(await getActor(), 'series.write') && (
          <FiguresForm
            action={saveFiguresAction}
            example={`series,unit,year,kind,value,rank,outof,source\npapi,${unit.id},2024,value,45.5,6,61,…\npapi,${unit.id},2025,target,47,,,…`}
          />
        )}
        <section className={style.section} aria-labelledby="history">
          <h2 id="history">{t('history')}</h2>
          <DataTable
            caption={t('history')}
            isCaptionHidden
            rows={history}
            rowKey={(line) =>
              `${line.enteredAt.toISOString()} ${line.series} ${line.year} ${line.dimension} ${line.kind}`
            }
            empty={t('noHistory')}
            columns={[
              {
                key: 'at',
                head: t('at'),
                cell: (line) => format.dateTime(line.enteredAt, { dateStyle: 'short', timeStyle: 'short' }),
              },
              { key: 'by', head: t('by'), cell: (line) => line.by },
              {
                key: 'what',
                head: t('what'),
                cell: (line) =>
                  `${line.series} ${line.year}, ${line.dimension || t('wholeIndex')}, ${t(`kind.${line.kind}`)}`,
              },
              {
                key: 'value',
                head: t('value'),
                isNumber: true,
                cell: (line) =>
                  line.value === null
                    ? t('takenBack')
                    : format.number(line.value, { maximumFractionDigits: 6 }),
              },
              { key: 'source', head: t('source'), cell: (line) => line.source },
            ]}
          />
        </section>
      </div>
    </>
  )

  /** The series of other units that belong to this one's past or future, never joined to its own. */
  function neighbours(kind: 'madeOf' | 'wentTo', others: typeof units) {
    if (others.length === 0) return null
    return (
      <p className={style.panel}>
        {t(kind)}{' '}
        {others.map((one, at) => (
          <span key={one.id}>
            {at > 0 && ', '}
            <Link href={`/series?unit=${one.id}`}>{unitName(one, language)}</Link>
          </span>
        ))}
        .
      </p>
    )
  }
}
