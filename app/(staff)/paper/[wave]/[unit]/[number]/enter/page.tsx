// The keying screen of a stack.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadPaperBatch } from '#lib/flows/load-paper-batch'
import { loadPaperEntry } from '#lib/flows/load-paper-entry'
import { load } from '../../../../../../_server/load'
import { PageHeader } from '../../../../../../_ui/page-header'
import { PaperEntry } from '../../../../../../_ui/paper-entry'
import { removeSheetAction, saveSheetAction } from '../../../../actions'

type Props = { params: Promise<{ wave: string; unit: string; number: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await getTranslations('paper'))('keyingIn', { number: (await params).number }) }
}

export default async function EnterPage({ params }: Props) {
  const place = await params
  const { batch } = await load((actor) => loadPaperBatch(actor, place))
  if (batch.closedOn) redirect(`/paper/${place.wave}/${place.unit}/${place.number}`)
  const entry = await load((actor) => loadPaperEntry(actor, place))
  const t = await getTranslations('paper')
  return (
    <>
      <PageHeader title={t('keyingIn', { number: entry.number })} lead={t('keys')} />
      <PaperEntry place={place} entry={entry} save={saveSheetAction} remove={removeSheetAction} />
    </>
  )
}
