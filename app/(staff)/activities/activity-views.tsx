// What all views of activities share: tabs that keep what was chosen, and the form that chooses it, a plain GET form.
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Activity } from '#lib/campaigns/activity'
import type { ActivityList } from '#lib/flows/load-activities'
import { inLanguage } from '#lib/surveys/local-text'
import { exportLinks } from '../../_ui/export-links'
import { TabLinks } from '../../_ui/tab-links'
import { unitName } from '../../_ui/unit-names'
import style from './activities.module.css'

type Asked = Record<string, string>

/** The first value of each parameter of an address. */
export function askedIn(params: Record<string, string | string[] | undefined>): Asked {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, String([value ?? ''].flat()[0] ?? '')]),
  )
}

const views = ['list', 'totals', 'calendar', 'tiles'] as const
type View = (typeof views)[number]
const address: Record<View, string> = {
  list: '/activities',
  totals: '/activities/totals',
  calendar: '/activities/calendar',
  tiles: '/activities/tiles',
}

/** What was chosen, as it goes into an address. */
export function queryOf({ year, period, unit, channel, area }: ActivityList, more: Asked = {}): string {
  const all = { year: String(year), period, unit, channel, area, ...more }
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString()
}

export async function ActivityTabs({ view, list }: { view: View; list: ActivityList }) {
  const t = await getTranslations('activities')
  const tabs = views.map((one) => ({
    href: `${address[one]}?${queryOf(list)}`,
    label: t(one),
    isCurrent: one === view,
  }))
  return <TabLinks label={t('views')} tabs={tabs} />
}

type FilterProps = { view: View; list: ActivityList; hasPeriod?: boolean; children?: ReactNode }

export async function ActivityFilter({ view, list, hasPeriod = true, children }: FilterProps) {
  const t = await getTranslations('activities')
  const language = await getLocale()
  const { vocabulary, units } = list
  return (
    <form className={style.filter} action={address[view]} aria-label={t('filter')}>
      <Choice name="year" label={t('year')} value={String(list.year)}>
        {list.years.map((year) => [String(year), String(year)])}
      </Choice>
      {hasPeriod && (
        <Choice name="period" label={t('period')} value={list.period}>
          {[
            ['year', t('wholeYear')],
            ['q1', t('q1')],
            ['h1', t('h1')],
          ]}
        </Choice>
      )}
      {units.length > 1 && (
        <Choice name="unit" label={t('unit')} value={list.unit}>
          {[['', t('allUnits')], ...units.map((unit) => [unit.id, unitName(unit, language)] as const)]}
        </Choice>
      )}
      <Choice name="channel" label={t('channel')} value={list.channel}>
        {[
          ['', t('allChannels')],
          ...vocabulary.channels.map(({ code, name }) => [code, inLanguage(name, language)] as const),
        ]}
      </Choice>
      <Choice name="area" label={t('area')} value={list.area}>
        {[
          ['', t('allAreas')],
          ...vocabulary.areas.map(({ code, short }) => [code, inLanguage(short, language)] as const),
        ]}
      </Choice>
      {children}
      <button type="submit" className="button">
        {t('show')}
      </button>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  value: string
  children: readonly (readonly string[])[]
}

export function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <label className={style.choice}>
      <span>{label}</span>
      {/* a new key when the address changes: the choice shown is always the one that is seen */}
      <select name={name} defaultValue={value} key={value}>
        {children.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

export async function Downloads({ what, query, label }: { what: string; query: Asked; label: string }) {
  const language = await getLocale()
  return (
    <p className={style.downloads}>
      <span>{label}</span>
      {exportLinks(what, { ...query, language }, language).map(({ href, label: format }) => (
        <a key={href} href={href} download>
          {format}
        </a>
      ))}
    </p>
  )
}

/** "20 buổi phát, 15 phút mỗi buổi, 4 cụm loa". */
export function amountWords(
  { amounts, channel }: Pick<Activity, 'amounts' | 'channel'>,
  { vocabulary }: { vocabulary: Pick<ActivityList['vocabulary'], 'channels'> },
  language: 'vi' | 'en',
): string {
  const measures = vocabulary.channels.find(({ code }) => code === channel)?.measures ?? []
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'vi-VN')
  return measures
    .filter(({ code }) => amounts[code] !== undefined)
    .map(({ code, name }) => `${number.format(amounts[code]!)} ${inLanguage(name, language)}`)
    .join(', ')
}

/** "5/2 – 18/2/2024" or one day. */
export function dayWords({ startsOn, endsOn }: Pick<Activity, 'startsOn' | 'endsOn'>): string {
  const [last, first] = [plainDay(endsOn), plainDay(startsOn)]
  if (first === last) return last
  return startsOn.slice(0, 4) === endsOn.slice(0, 4)
    ? `${first.slice(0, -5)} – ${last}`
    : `${first} – ${last}`
}

const plainDay = (day: string) => day.split('-').reverse().map(Number).join('/')
