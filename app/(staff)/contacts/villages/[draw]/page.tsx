// Drawn villages with their weights, repeated on the spot, and the way into a wave.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadUnits } from '#lib/flows/load-units'
import { loadVillageDraw } from '#lib/flows/load-village-draw'
import { load } from '../../../../_server/load'
import { DataTable } from '../../../../_ui/data-table'
import { FactList } from '../../../../_ui/fact-list'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { RepeatDraw } from '../../../../_ui/repeat-draw'
import { unitNames } from '../../../../_ui/unit-names'
import { StrataTable } from '../../strata-table'

type Props = { params: Promise<{ draw: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('villageDraws'))('title') }
}

export default async function VillageDrawPage({ params }: Props) {
  const { draw: id } = await params
  const draw = await load((actor) => loadVillageDraw(actor, { id }))
  const { units } = await load(loadUnits)
  const [t, d, format, language] = await Promise.all([
    getTranslations('villageDraws'),
    getTranslations('draws'),
    getFormatter(),
    getLocale(),
  ])
  const names = unitNames(units, language)
  const time = (date: Date) => format.dateTime(date, 'second')
  const facts = [
    [t('method'), t(`methods.${draw.method as 'pps'}`)],
    [t('perVillage'), String(draw.settings.perVillage)],
    [d('day'), time(draw.drawnAt)],
    [d('seed'), draw.seed],
    [d('hash'), draw.frameHash],
  ] as const
  return (
    <>
      <PageHeader
        title={draw.title}
        actions={
          <Link className="button" href={`/waves/new?villages=${id}`}>
            {t('use')}
          </Link>
        }
      />
      <div className={style.sections}>
        <RepeatDraw isRepeatable={draw.isRepeatable} at={time(new Date())} />
        <FactList facts={facts} />
        {draw.strata.some(({ drawn, population }) => drawn === 1 && population > 1) && <p>{t('single')}</p>}
        <StrataTable strata={draw.strata} units={names} hasClusters={false} />
        <DataTable
          caption={t('drawn')}
          rows={draw.clusters}
          rowKey={({ unitId, code }) => `${unitId} ${code}`}
          columns={[
            { key: 'village', head: t('village'), cell: ({ name, code }) => `${name} (${code})` },
            {
              key: 'unit',
              head: t('unit'),
              cell: ({ unitId, stratum }) => [names.get(unitId), stratum].filter(Boolean).join(' / '),
            },
            {
              key: 'weight',
              head: t('weight'),
              cell: ({ weight }) => format.number(weight, { maximumFractionDigits: 4 }),
              isNumber: true,
            },
          ]}
        />
      </div>
    </>
  )
}
