// Totals by channel, area, unit, target group, quarter and month, with money and the cost of a unit of output.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { totalDimensions } from '#lib/campaigns/activity-totals'
import { placeName } from '#lib/flows/export-activity-totals'
import { summariseActivities } from '#lib/flows/summarise-activities'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import { EmptyState } from '../../../_ui/empty-state'
import page from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import style from '../activities.module.css'
import { ActivityFilter, ActivityTabs, Downloads } from '../activity-views'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('activities'))('totals') }
}

export default async function ActivityTotalsPage({ searchParams }: Props) {
  const { by: asked, ...params } = await searchParams
  const text = (name: string) => String([params[name] ?? ''].flat()[0])
  const query = { year: text('year'), unit: text('unit'), channel: text('channel'), area: text('area') }
  const chosen = [asked ?? []].flat().join(',')
  const summary = await load((actor) =>
    summariseActivities(actor, {
      ...query,
      period: text('period'),
      ...(chosen ? { by: chosen } : {}),
    } as Parameters<typeof summariseActivities>[1]),
  )
  const [t, language, format] = await Promise.all([
    getTranslations('activities'),
    getLocale(),
    getFormatter(),
  ])
  const { by, rows, total, vocabulary } = summary
  const channelOf = (code: string | undefined) => vocabulary.channels.find((one) => one.code === code)
  const money = (value: number) => format.number(value, { maximumFractionDigits: value < 100 ? 1 : 0 })
  const isByChannel = by.includes('channel') || summary.channel !== ''
  type Total = (typeof rows)[number]
  const outputName = ({ place, output }: Total) => {
    const channel = channelOf(place.channel ?? summary.channel)
    const measure = channel?.measures?.find(({ code }) => code === output?.measure)
    return measure ? inLanguage(measure.name, language) : ''
  }
  const volumeName = ({ place }: Total) => {
    const volume = channelOf(place.channel ?? summary.channel)?.volume
    return volume ? inLanguage(volume.name, language) : ''
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={page.sections}>
        <ActivityTabs view="totals" list={summary} />
        <ActivityFilter view="totals" list={summary}>
          <fieldset className={style.by}>
            <legend>{t('byField')}</legend>
            {totalDimensions.map((dimension) => (
              <label key={dimension} className={style.check}>
                <input type="checkbox" name="by" value={dimension} defaultChecked={by.includes(dimension)} />
                <span>{t(`by_${dimension}`)}</span>
              </label>
            ))}
          </fieldset>
        </ActivityFilter>
        {!total ? (
          <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
        ) : (
          <>
            <p className={style.total}>
              {t('grandTotal', { count: total.activities, money: format.number(total.cost) })}
            </p>
            <DataTable
              caption={t('totals')}
              isCaptionHidden
              phone="scroll"
              rows={rows}
              rowKey={({ place }) => JSON.stringify(place)}
              columns={[
                ...by.map((dimension) => ({
                  key: dimension,
                  head: t(`by_${dimension}`),
                  cell: (row: Total) => placeName(summary, dimension, row, language),
                })),
                {
                  key: 'activities',
                  head: t('activities'),
                  isNumber: true,
                  cell: (row) => format.number(row.activities),
                },
                ...(isByChannel
                  ? [
                      {
                        key: 'amount',
                        head: t('amount'),
                        isNumber: true,
                        cell: (row: Total) =>
                          row.output ? (
                            <>
                              {format.number(row.output.amount)}
                              <span className={style.under}>{outputName(row)}</span>
                            </>
                          ) : (
                            '–'
                          ),
                      },
                      {
                        key: 'volume',
                        head: t('volume'),
                        isNumber: true,
                        cell: (row: Total) =>
                          row.volume ? (
                            <>
                              {format.number(row.volume.amount)}
                              <span className={style.under}>
                                {volumeName(row)}
                                {row.volume.activities < row.activities &&
                                  ` (${t('unknownVolume', { known: row.volume.activities, all: row.activities })})`}
                              </span>
                            </>
                          ) : (
                            '–'
                          ),
                      },
                    ]
                  : []),
                {
                  key: 'cost',
                  head: t('cost'),
                  isNumber: true,
                  cell: (row) => t('money', { money: format.number(row.cost) }),
                },
                ...(isByChannel
                  ? [
                      {
                        key: 'costPerUnit',
                        head: t('costPerUnit'),
                        isNumber: true,
                        cell: (row: Total) =>
                          row.output?.costPerUnit == null
                            ? '–'
                            : t('perUnit', {
                                money: money(row.output.costPerUnit),
                                unit: outputName(row),
                              }),
                      },
                    ]
                  : []),
              ]}
            />
            <div className={page.small}>
              {(by.includes('area') || by.includes('targetGroup')) && <p>{t('doubleNote')}</p>}
              <p>{t(isByChannel ? 'costNote2' : 'mixedNote')}</p>
              <p>{t('endNote')}</p>
            </div>
            <Downloads
              what="activity-totals"
              query={{ ...query, year: String(summary.year), period: summary.period, by: by.join(',') }}
              label={t('downloads')}
            />
          </>
        )}
      </div>
    </>
  )
}
