// The communes as equal tiles in their rough places: who did how much, and which areas were spoken about at all.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type ActivityTile, loadActivityTiles } from '#lib/flows/load-activity-tiles'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import { EmptyState } from '../../../_ui/empty-state'
import page from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { ActivityFilter, ActivityTabs, askedIn, Choice, Downloads, queryOf } from '../activity-views'
import style from './tiles.module.css'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('activities'))('tiles') }
}

export default async function ActivityTilesPage({ searchParams }: Props) {
  const asked = askedIn(await searchParams)
  const map = await load((actor) =>
    loadActivityTiles(actor, asked as Parameters<typeof loadActivityTiles>[1]),
  )
  const [t, language, format] = await Promise.all([
    getTranslations('activities'),
    getLocale(),
    getFormatter(),
  ])
  const { areas, channels } = map.vocabulary
  const channel = channels.find(({ code }) => code === map.channel)
  const measure = channel?.measures?.find(({ code }) =>
    map.tiles.some(({ total }) => total?.output?.measure === code),
  )
  const nameOf = (tile: ActivityTile) => (language === 'en' ? tile.nameEn : tile.name)
  const shortName = (tile: ActivityTile) => nameOf(tile).replace(/ \(until .*\)$/, '')
  const shown = (value: number) =>
    value === 0
      ? t('nothing')
      : map.show === 'cost'
        ? format.number(value / 1_000_000, { maximumFractionDigits: 1 })
        : format.number(value, { maximumFractionDigits: 0 })
  const measured =
    map.show === 'cost'
      ? language === 'en'
        ? 'million VND'
        : 'triệu đồng'
      : map.show === 'output' && measure
        ? inLanguage(measure.name, language)
        : language === 'en'
          ? 'activities'
          : 'hoạt động'
  const areaNames = areas.map(({ short }) => inLanguage(short, language)).join(' · ')
  return (
    <>
      <PageHeader title={t('title')} lead={t('tilesLead')} />
      <div className={page.sections}>
        <ActivityTabs view="tiles" list={map} />
        <ActivityFilter view="tiles" list={map}>
          <Choice name="show" label={t('showField')} value={map.show}>
            {[
              ['activities', t('show_activities')],
              ['cost', t('show_cost')],
              ['output', t('show_output')],
            ]}
          </Choice>
        </ActivityFilter>
        {asked.show === 'output' && map.show !== 'output' && <p role="status">{t('outputNeedsChannel')}</p>}
        {map.tiles.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
        <figure className={style.figure} hidden={map.tiles.length === 0}>
          <ol className={style.map}>
            {map.tiles.map((tile) => (
              <li
                key={tile.id}
                className={style.tile}
                data-shade={tile.shade}
                style={{ gridRow: tile.row, gridColumn: tile.column }}
              >
                <Link href={`/activities?${queryOf(map, { unit: tile.id })}`} prefetch={false}>
                  <span className={style.name}>{shortName(tile)}</span>
                  <span className={tile.value === 0 ? style.nothing : style.value}>{shown(tile.value)}</span>
                  {tile.value > 0 && <span className={style.measured}>{measured}</span>}
                  <span className={style.areas} aria-hidden="true">
                    {areas.map(({ code }) => (
                      <span key={code} data-spoken={tile.areas.includes(code)} />
                    ))}
                  </span>
                  <span className="visually-hidden">
                    {t('areasSpoken', { count: tile.areas.length, all: areas.length })}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
          <figcaption className={style.legend}>
            <span className={style.scale} aria-hidden="true">
              {t('less')}
              {[0, 1, 2, 3, 4].map((shade) => (
                <span key={shade} className={style.swatch} data-shade={shade} />
              ))}
              {t('moreLegend')}
            </span>
            <span>{t('areasLegend', { names: areaNames })}</span>
          </figcaption>
        </figure>
        <DataTable
          caption={t('tileTable')}
          rows={map.tiles}
          rowKey={({ id }) => id}
          phone="scroll"
          columns={[
            { key: 'unit', head: t('unit'), cell: shortName },
            {
              key: 'activities',
              head: t('activities'),
              isNumber: true,
              cell: ({ total }) => format.number(total?.activities ?? 0),
            },
            {
              key: 'cost',
              head: t('cost'),
              isNumber: true,
              cell: ({ total }) => t('money', { money: format.number(total?.cost ?? 0) }),
            },
            ...(measure
              ? [
                  {
                    key: 'amount',
                    head: inLanguage(measure.name, language),
                    isNumber: true,
                    cell: ({ total }: ActivityTile) => format.number(total?.output?.amount ?? 0),
                  },
                ]
              : []),
            {
              key: 'areas',
              head: t('area'),
              isNumber: true,
              cell: ({ areas: spoken }) => `${spoken.length}/${areas.length}`,
            },
          ]}
        />
        <Downloads
          what="activity-totals"
          query={{
            year: String(map.year),
            period: map.period,
            unit: map.unit,
            channel: map.channel,
            area: map.area,
            by: map.channel ? 'unit,channel' : 'unit',
          }}
          label={t('downloads')}
        />
      </div>
    </>
  )
}
