// Letters of invitation, one A4 sheet a person: the address stands in the window of a DL envelope, the code as QR and typed.
// Each in the language of its reader, whatever the officer's screen speaks.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { loadLetters } from '#lib/flows/load-letters'
import { load } from '../../../../_server/load'
import { EmptyState } from '../../../../_ui/empty-state'
import { LetterSheet } from '../../../../_ui/letter-sheet'
import style from '../../../../_ui/poster.module.css'
import { PrintButton } from '../../../../_ui/print-button'

type Props = {
  params: Promise<{ wave: string }>
  searchParams: Promise<{ kind?: string; unit?: string }>
}

export async function generateMetadata() {
  return { title: (await getTranslations('invitations'))('letters') }
}

export default async function LettersPage({ params, searchParams }: Props) {
  const { wave: id } = await params
  const { kind, unit } = await searchParams
  const { wave, letters } = await load((actor) => loadLetters(actor, { wave: id, kind, unit }))
  const t = await getTranslations('invitations')
  const back = <Link href={`/waves/${id}/invitations`}>{t('title')}</Link>
  if (letters.length === 0)
    return (
      <main id="main">
        <EmptyState title={t('letters')} actions={back}>
          {t('noLetters')}
        </EmptyState>
      </main>
    )
  return (
    <main id="main">
      <div className={style.tools}>
        {back}
        <PrintButton label={t('print')} />
      </div>
      <h1 className="visually-hidden">{t('letters')}</h1>
      <p className={style.tools}>{t('letterCount', { count: letters.length })}</p>
      {letters.map((letter) => (
        <LetterSheet key={letter.id} letter={letter} isSample={wave.isSample} />
      ))}
    </main>
  )
}
