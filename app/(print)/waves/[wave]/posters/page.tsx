// One A4 poster per unit, to hang up where people come: what is asked, by whom, and the code to scan. Always Vietnamese,
// with English beneath; the language of the officer's screen does not matter to whoever reads it on the wall.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { loadWave } from '#lib/flows/load-wave'
import { load } from '../../../../_server/load'
import { publicOrigin } from '../../../../_server/public-origin'
import { Poster } from '../../../../_ui/poster'
import { PrintFrame } from '../../../print-frame'

type Props = { params: Promise<{ wave: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('waves'))('posters') }
}

export default async function PostersPage({ params }: Props) {
  const { wave: id } = await params
  const wave = await load((actor) => loadWave(actor, { id }))
  const origin = await publicOrigin()
  const t = await getTranslations('waves')
  const isForDelegates = wave.audience === 'delegates'
  return (
    <PrintFrame
      title={t('posters')}
      back={<Link href={`/waves/${id}`}>{t('back')}</Link>}
      empty={isForDelegates && { title: t('noPosters'), text: t('noPostersLead') }}
    >
      {wave.units.map((unit) => (
        <Poster key={unit.id} wave={wave} unit={unit} origin={origin} />
      ))}
    </PrintFrame>
  )
}
