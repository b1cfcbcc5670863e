// The activities of a period, newest first.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { loadActivities } from '#lib/flows/load-activities'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import page from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { unitNames } from '../../_ui/unit-names'
import style from './activities.module.css'
import {
  ActivityFilter,
  ActivityTabs,
  amountWords,
  askedIn,
  Downloads,
  dayWords,
  queryOf,
} from './activity-views'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** So many rows a phone can take; the rest is a click away. */
const shownRows = 60

export async function generateMetadata() {
  return { title: (await getTranslations('activities'))('title') }
}

export default async function ActivitiesPage({ searchParams }: Props) {
  const asked = askedIn(await searchParams)
  const list = await load((actor) => loadActivities(actor, asked))
  const [t, language, format, actor] = await Promise.all([
    getTranslations('activities'),
    getLocale(),
    getFormatter(),
    getActor(),
  ])
  const names = unitNames(list.units, language)
  const nameOf = (all: { code: string; name: { vi: string; en: string } }[], code: string) => {
    const found = all.find((one) => one.code === code)
    return found ? inLanguage(found.name, language) : code
  }
  const shortOf = (code: string) => {
    const area = list.vocabulary.areas.find((one) => one.code === code)
    return area ? inLanguage(area.short, language) : code
  }
  const query = {
    year: String(list.year),
    period: list.period,
    unit: list.unit,
    channel: list.channel,
    area: list.area,
  }
  const newestFirst = list.activities.toReversed()
  const rows = asked.all === '1' ? newestFirst : newestFirst.slice(0, shownRows)
  const mayWrite = isAllowed(actor, 'activities.write', actor?.unitId)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayWrite && (
            <>
              <Link className="button" href="/activities/new">
                {t('record')}
              </Link>
              <Link href="/activities/import">{t('import')}</Link>
            </>
          )
        }
      />
      <div className={page.sections}>
        <ActivityTabs view="list" list={list} />
        <ActivityFilter view="list" list={list}>
          <label className={style.check}>
            <input
              type="checkbox"
              name="hasWithdrawn"
              value="1"
              defaultChecked={asked.hasWithdrawn === '1'}
            />
            <span>{t('withdrawnToo')}</span>
          </label>
        </ActivityFilter>
        {list.activities.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={
                rows.length < list.activities.length
                  ? t('newest', { shown: rows.length, count: list.activities.length })
                  : t('count', { count: list.activities.length })
              }
              rows={rows}
              rowKey={({ unitId, id }) => `${unitId} ${id}`}
              columns={[
                {
                  key: 'activity',
                  head: t('activity'),
                  cell: (one) => (
                    <>
                      <Link href={`/activities/${one.unitId}/${one.id}`} prefetch={false}>
                        {one.title || nameOf(list.vocabulary.channels, one.channel)}
                      </Link>
                      {one.isWithdrawn && <span className={style.withdrawn}>{t('withdrawn')}</span>}
                      {one.title && (
                        <span className={style.under}>{nameOf(list.vocabulary.channels, one.channel)}</span>
                      )}
                    </>
                  ),
                },
                { key: 'days', head: t('days'), cell: dayWords },
                ...(list.units.length > 1
                  ? [
                      {
                        key: 'unit',
                        head: t('unit'),
                        cell: ({ unitId, village }: (typeof list.activities)[number]) => (
                          <>
                            {names.get(unitId) ?? unitId}
                            {village && <span className={style.under}>{village}</span>}
                          </>
                        ),
                      },
                    ]
                  : []),
                { key: 'areas', head: t('area'), cell: ({ areas }) => areas.map(shortOf).join(', ') },
                { key: 'amount', head: t('amount'), cell: (one) => amountWords(one, list, language) },
                {
                  key: 'cost',
                  head: t('cost'),
                  isNumber: true,
                  cell: ({ cost }) => (cost === 0 ? '–' : t('money', { money: format.number(cost) })),
                },
              ]}
            />
            {rows.length < list.activities.length && (
              <p>
                <Link
                  href={`/activities?${queryOf(list, { hasWithdrawn: asked.hasWithdrawn ?? '', all: '1' })}`}
                  prefetch={false}
                >
                  {t('showAll', { count: list.activities.length })}
                </Link>
              </p>
            )}
            <p className={page.small}>{t('endNote')}</p>
            <Downloads what="activities" query={query} label={t('downloads')} />
            <Downloads what="activities" query={{ ...query, history: '1' }} label={t('historyDownload')} />
          </>
        )}
      </div>
    </>
  )
}
