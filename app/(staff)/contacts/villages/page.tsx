// Draws of villages for waves of citizens.
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { listVillageDraws } from '#lib/flows/list-village-draws'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { VillageDrawForm } from '../../../_ui/village-draw-form'
import { drawVillagesAction } from '../draw-actions'

export async function generateMetadata() {
  return { title: (await getTranslations('villageDraws'))('title') }
}

export default async function VillageDrawsPage() {
  const draws = await load(listVillageDraws)
  const [t, d, format] = await Promise.all([
    getTranslations('villageDraws'),
    getTranslations('draws'),
    getFormatter(),
  ])
  const time = (date: Date) => format.dateTime(date, 'minute')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <VillageDrawForm action={drawVillagesAction} />
        <section className={style.section} aria-labelledby="made">
          <h2 id="made">{t('made')}</h2>
          <DataTable
            caption={t('made')}
            isCaptionHidden
            rows={draws}
            rowKey={({ id }) => id}
            empty={d('none')}
            columns={[
              {
                key: 'title',
                head: t('name'),
                cell: ({ id, title }) => <Link href={`/contacts/villages/${id}`}>{title}</Link>,
              },
              { key: 'method', head: t('method'), cell: ({ method }) => t(`methods.${method as 'pps'}`) },
              {
                key: 'villages',
                head: t('villages'),
                cell: ({ drawn, frame }) => `${drawn}/${frame}`,
                isNumber: true,
              },
              { key: 'day', head: d('day'), cell: ({ drawnAt }) => time(drawnAt) },
            ]}
          />
        </section>
      </div>
    </>
  )
}
