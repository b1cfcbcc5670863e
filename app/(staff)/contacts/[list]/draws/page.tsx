// The draws of a list, all of them, and a new one.
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { DrawMethod } from '#lib/contacts/draw-methods'
import { listDraws } from '#lib/flows/list-draws'
import { load } from '../../../../_server/load'
import { DataTable } from '../../../../_ui/data-table'
import { DrawForm } from '../../../../_ui/draw-form'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { drawContactsAction } from '../../draw-actions'

type Props = { params: Promise<{ list: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('draws'))('title') }
}

export default async function DrawsPage({ params }: Props) {
  const { list: id } = await params
  const { list, draws, frameSize, optedOut } = await load((actor) => listDraws(actor, { list: id }))
  const [t, format] = await Promise.all([getTranslations('draws'), getFormatter()])
  const time = (date: Date) => format.dateTime(date, 'minute')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          <>
            {list.title}. {t('lead')}
          </>
        }
      />
      <div className={style.sections}>
        <p>{t('frameFacts', { count: frameSize, out: optedOut })}</p>
        <DrawForm action={drawContactsAction} list={id} />
        <section className={style.section} aria-labelledby="made">
          <h2 id="made">{t('made')}</h2>
          <DataTable
            caption={t('made')}
            isCaptionHidden
            rows={draws}
            rowKey={(draw) => draw.id}
            empty={t('none')}
            columns={[
              {
                key: 'day',
                head: t('day'),
                cell: (draw) => <Link href={`/contacts/draws/${draw.id}`}>{time(draw.drawnAt)}</Link>,
              },
              {
                key: 'method',
                head: t('method'),
                cell: ({ method }) => t(`methods.${method as DrawMethod}`),
              },
              { key: 'frame', head: t('frameSize'), cell: (draw) => draw.frameSize, isNumber: true },
              { key: 'drawn', head: t('drawn'), cell: ({ drawn }) => drawn, isNumber: true },
              { key: 'seed', head: t('seed'), cell: ({ seed }) => seed },
              { key: 'wave', head: t('usedFor'), cell: ({ waveId }) => waveId },
            ]}
          />
        </section>
      </div>
    </>
  )
}
