// Activities on a calendar: a year as communes by months, a month as days.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { countsByMonth, monthCalendar } from '#lib/campaigns/calendar'
import { shadeOf } from '#lib/campaigns/tile-grid'
import { type ActivityList, loadActivities } from '#lib/flows/load-activities'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { EmptyState } from '../../../_ui/empty-state'
import type { Language } from '../../../_ui/language'
import page from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { ActivityFilter, ActivityTabs, askedIn, Downloads, dayWords, queryOf } from '../activity-views'
import style from './calendar.module.css'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('activities'))('calendar') }
}

export default async function ActivityCalendarPage({ searchParams }: Props) {
  const { month: askedMonth, ...asked } = askedIn(await searchParams)
  const month = /^([1-9]|1[0-2])$/.test(askedMonth ?? '') ? Number(askedMonth) : null
  const list = await load((actor) => loadActivities(actor, { ...asked, period: 'year', isOverlap: true }))
  const [t, language] = await Promise.all([getTranslations('activities'), getLocale()])
  const query = { year: String(list.year), unit: list.unit, channel: list.channel, area: list.area }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={page.sections}>
        <ActivityTabs view="calendar" list={list} />
        <ActivityFilter view="calendar" list={list} hasPeriod={false}>
          {month && <input type="hidden" name="month" value={month} />}
        </ActivityFilter>
        {list.activities.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
        ) : month ? (
          <MonthView list={list} month={month} language={language} />
        ) : (
          <YearView list={list} language={language} />
        )}
        <Downloads what="activities" query={query} label={t('downloads')} />
      </div>
    </>
  )
}

type ViewProps = { list: ActivityList; language: Language }

async function YearView({ list, language }: ViewProps) {
  const t = await getTranslations('activities')
  const counts = countsByMonth(list.year, list.activities)
  const units = list.units.filter(({ id }) => counts.has(id))
  const largest = Math.max(...[...counts.values()].flat())
  const months = Array.from({ length: 12 }, (_, at) => at + 1)
  return (
    <section className={page.section}>
      <p className={page.soft}>{t('yearLead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className={style.scroll} role="group" aria-label={t('yearView', { year: list.year })} tabIndex={0}>
        <table className={style.year}>
          <caption>{t('yearView', { year: list.year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              {months.map((month) => (
                <th key={month} scope="col">
                  <Link
                    href={`/activities/calendar?${queryOf(list, { month: String(month) })}`}
                    prefetch={false}
                  >
                    {language === 'en' ? month : `T${month}`}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">
                  {language === 'en' ? unit.nameEn.replace(/ \(until .*\)$/, '') : unit.name}
                </th>
                {counts.get(unit.id)!.map((count, at) => (
                  <td key={months[at]} data-shade={shadeOf(count, largest)}>
                    {count || '·'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const shownOfDay = 4

async function MonthView({ list, month, language }: ViewProps & { month: number }) {
  const t = await getTranslations('activities')
  const format = await getFormatter()
  const { weeks, long } = monthCalendar(list.year, month, list.activities)
  const isEmpty = long.length === 0 && weeks.flat().every(({ activities }) => activities.length === 0)
  const nameOf = new Map(
    list.units.map((unit) => [
      unit.id,
      (language === 'en' ? unit.nameEn : unit.name)
        .replace(/ \(until .*\)$/, '')
        .replace(/^(Xã|Thị trấn|Phường) /, ''),
    ]),
  )
  const channelOf = (code: string) => {
    const channel = list.vocabulary.channels.find((one) => one.code === code)
    return channel ? inLanguage(channel.name, language) : code
  }
  type One = (typeof long)[number]
  const label = (one: One) =>
    [one.title || channelOf(one.channel), ...(list.units.length > 1 ? [nameOf.get(one.unitId)] : [])].join(
      ' · ',
    )
  const turn = (by: -1 | 1) => {
    const at = list.year * 12 + month - 1 + by
    const [year, next] = [Math.floor(at / 12), (at % 12) + 1]
    return `/activities/calendar?${queryOf(list, { year: String(year), month: String(next) })}`
  }
  const weekdays = t('weekdays').split(',')
  return (
    <section className={page.section} aria-labelledby="month">
      <div className={style.turn}>
        <Link href={turn(-1)} prefetch={false}>
          {t('previous')}
        </Link>
        <h2 id="month">{t('month', { month, year: String(list.year) })}</h2>
        <Link href={turn(1)} prefetch={false}>
          {t('next')}
        </Link>
      </div>
      <p>
        <Link href={`/activities/calendar?${queryOf(list)}`} prefetch={false}>
          {t('yearView', { year: String(list.year) })}
        </Link>
      </p>
      {isEmpty && <p className={page.soft}>{t('monthEmpty')}</p>}
      {long.length > 0 && (
        <details className={style.long} open={long.length <= 12 || undefined}>
          <summary>
            {t('longOnes')} ({format.number(long.length)})
          </summary>
          <ul>
            {long.map((one) => (
              <li key={`${one.unitId} ${one.id}`}>
                <Link href={`/activities/${one.unitId}/${one.id}`} prefetch={false}>
                  {label(one)}
                </Link>{' '}
                <span className={page.small}>{dayWords(one)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ol className={style.month} aria-label={t('month', { month, year: String(list.year) })}>
        {weekdays.map((weekday) => (
          <li key={weekday} className={style.weekday} aria-hidden="true">
            {weekday}
          </li>
        ))}
        {weeks.flat().map(({ day, isOfMonth, activities }) => (
          <li
            key={day}
            className={style.day}
            data-outside={!isOfMonth || undefined}
            data-empty={activities.length === 0 || undefined}
          >
            <time dateTime={day} className={style.number}>
              {Number(day.slice(8))}
              <span className={style.withMonth}>/{Number(day.slice(5, 7))}</span>
            </time>
            {activities.length > 0 && (
              <ul>
                {activities.slice(0, shownOfDay).map((one) => (
                  <li key={`${one.unitId} ${one.id}`}>
                    <Link href={`/activities/${one.unitId}/${one.id}`} prefetch={false}>
                      {label(one)}
                    </Link>
                  </li>
                ))}
                {activities.length > shownOfDay && (
                  <li className={page.small}>
                    {t('moreThatDay', { count: activities.length - shownOfDay })}
                  </li>
                )}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
