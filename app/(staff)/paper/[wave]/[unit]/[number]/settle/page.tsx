// The sheets of a stack that two people read differently, for somebody with the paper in hand.
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadPaperBatch } from '#lib/flows/load-paper-batch'
import { loadPaperDifferences } from '#lib/flows/load-paper-differences'
import { load } from '../../../../../../_server/load'
import { EmptyState } from '../../../../../../_ui/empty-state'
import style from '../../../../../../_ui/page.module.css'
import { PageHeader } from '../../../../../../_ui/page-header'
import { SettleSheetForm } from '../../../../../../_ui/settle-sheet-form'
import { settleSheetAction } from '../../../../actions'

type Props = { params: Promise<{ wave: string; unit: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await getTranslations('paper'))('settling', { number: (await params).number }) }
}

export default async function SettlePage({ params }: Props) {
  const place = await params
  const { batch } = await load((actor) => loadPaperBatch(actor, place))
  if (batch.closedOn) redirect(`/paper/${place.wave}/${place.unit}/${place.number}`)
  const differences = await load((actor) => loadPaperDifferences(actor, place))
  const t = await getTranslations('paper')
  const back = (
    <Link href={`/paper/${place.wave}/${place.unit}/${place.number}`}>
      {t('batch', { number: place.number })}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('settling', { number: place.number })} lead={t('settlingLead')} actions={back} />
      {differences.length === 0 && <EmptyState title={t('noDifferences')} actions={back} />}
      <div className={style.sections}>
        {differences.map((difference) => (
          <SettleSheetForm
            key={difference.sheet}
            action={settleSheetAction}
            place={place}
            difference={difference}
          />
        ))}
      </div>
    </>
  )
}
