// One A4 poster per unit, to hang up where people come: what is asked, by whom, and the code to scan. Always Vietnamese,
// with English beneath; the language of the officer's screen does not matter to whoever reads it on the wall.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { loadWave } from '#lib/flows/load-wave'
import { load } from '../../../../_server/load'
import { publicOrigin } from '../../../../_server/public-origin'
import { EmptyState } from '../../../../_ui/empty-state'
import { Poster } from '../../../../_ui/poster'
import style from '../../../../_ui/poster.module.css'
import { PrintButton } from '../../../../_ui/print-button'

type Props = { params: Promise<{ wave: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('waves'))('posters') }
}

export default async function PostersPage({ params }: Props) {
  const { wave: id } = await params
  const wave = await load((actor) => loadWave(actor, { id }))
  const origin = await publicOrigin()
  const t = await getTranslations('waves')
  const back = <Link href={`/waves/${id}`}>{t('back')}</Link>
  if (wave.audience === 'delegates')
    return (
      <main id="main">
        <EmptyState title={t('noPosters')} actions={back}>
          {t('noPostersLead')}
        </EmptyState>
      </main>
    )
  return (
    <main id="main">
      <div className={style.tools}>
        {back}
        <PrintButton label={t('print')} />
      </div>
      <h1 className="visually-hidden">{t('posters')}</h1>
      {wave.units.map((unit) => (
        <Poster key={unit.id} wave={wave} unit={unit} origin={origin} />
      ))}
    </main>
  )
}
