// One release as it was frozen: heat map, ranking or change, the tables, the method, and what to keep in mind.

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { charts } from '#lib/charts/registry'
import { enteredCriteria } from '#lib/definitions/entered-criteria'
import { findRelease, type PublishedRelease } from '#lib/flows/find-release'
import type { Cell } from '#lib/scoring/cell'
import { listCriteria } from '#lib/scoring/name-criteria'
import { entryChoiceLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { CellTable } from '../../../_ui/cell-table'
import { Chart } from '../../../_ui/chart'
import { indexLabels } from '../../../_ui/chart-labels'
import { exportLinks } from '../../../_ui/export-links'
import { LogHeads } from '../../../_ui/log-heads'
import { MethodBox } from '../../../_ui/method-box'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { StateBox } from '../../../_ui/state-box'

type Params = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Params) {
  const { id } = await params
  const release = await load((anybody) => findRelease(anybody, { id }))
  return release ? { title: release.title } : {}
}

export default async function ReleasePage({ params }: Params) {
  const { id } = await params
  const release = await load((anybody) => findRelease(anybody, { id }))
  if (!release) notFound()
  const t = await getTranslations('results')
  const format = await getFormatter()
  const language = await getLocale()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  const { index, wave, baseline, withdrawnAt } = release
  if (withdrawnAt)
    return (
      <StateBox
        isPage
        tone="warning"
        title={t('public.withdrawnTitle')}
        actions={<Link href="/results">{t('public.all')}</Link>}
      >
        {release.title} · {t('public.withdrawnOn', { day: day(withdrawnAt) })}. {t('public.withdrawn')}
      </StateBox>
    )
  const labels = indexLabels(index, release.units, language)
  const entry = release.cells[0]?.entry
  return (
    <>
      <PageHeader
        title={release.title}
        lead={`${labels.criteria[index.slug]} · ${t('public.releasedOn', { day: day(release.releasedAt) })}`}
      />
      <div className={style.sections}>
        {wave.design === 'none' && <StateBox tone="warning" title={t('public.open')} />}
        {picturesOf(release).map(({ chart, cells, heading }) => (
          <section key={chart} className={style.section} aria-label={heading}>
            <h2>{heading}</h2>
            <Chart
              chart={chart}
              cells={cells}
              labels={labels}
              description={heading}
              fileName={`${release.id}-${chart}`}
              saveLabel={t('savePicture')}
            />
            <CellTable caption={heading} cells={cells} labels={labels} isOpen={chart !== 'heat-map'} />
          </section>
        ))}
        <section className={style.section} aria-label={t('notes')}>
          <h2>{t('notes')}</h2>
          <ul>
            <li>{t('public.hidden')}</li>
            {entry && <li>{t('entryShown', { entry: inLanguage(entryChoiceLabels[entry], language) })}</li>}
            {wave.design !== 'none' && <li>{t('public.wide')}</li>}
          </ul>
          <p className={style.row}>
            {exportLinks('release', { id }, language).map((link) => (
              <a key={link.href} href={link.href} download>
                {link.label}
              </a>
            ))}
          </p>
        </section>
        <LogHeads heads={release.heads} />
        <MethodBox
          index={index}
          waves={baseline ? [wave, baseline] : [wave]}
          year={enteredCriteria(index.criteria).length > 0 ? wave.periodEnd.getUTCFullYear() : null}
          asOf={release.releasedAt}
        />
      </div>
    </>
  )

  /** What can be drawn of the frozen cells without misleading; each chart decides by itself. */
  function picturesOf({ cells }: PublishedRelease) {
    const counted = new Set(listCriteria(index).flatMap(({ code, isCounted }) => (isCounted ? [code] : [])))
    const total = cells.filter(({ criterion }) => criterion === index.slug).at(-1)?.unit
    const isLevel = (cell: Cell) => cell.scale !== 'difference'
    const ofIndex = (cell: Cell) => cell.criterion === index.slug
    const candidates: { chart: string; cells: Cell[]; heading: string }[] = [
      {
        chart: 'ranking',
        cells: cells.filter((cell) => isLevel(cell) && ofIndex(cell) && cell.unit !== total),
        heading: t('ranking.title', { criterion: labels.criteria[index.slug]! }),
      },
      {
        chart: 'heat-map',
        cells: cells.filter((cell) => isLevel(cell) && counted.has(cell.criterion)),
        heading: t('overview.title'),
      },
      {
        chart: 'change',
        cells: cells.filter((cell) => !isLevel(cell) && ofIndex(cell)),
        heading: t('change.title', { criterion: labels.criteria[index.slug]! }),
      },
    ]
    return candidates.filter(({ chart, cells: own }) =>
      charts.find((one) => one.name === chart)!.accepts(own),
    )
  }
}
