// Letters of invitation, one A4 sheet a person: the address stands in the window of a DL envelope, the code as QR and typed.
// Each in the language of its reader, whatever the officer's screen speaks.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { loadLetters } from '#lib/flows/load-letters'
import { load } from '../../../../_server/load'
import { LetterSheet } from '../../../../_ui/letter-sheet'
import { PrintFrame } from '../../../print-frame'

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
  return (
    <PrintFrame
      title={t('letters')}
      back={<Link href={`/waves/${id}/invitations`}>{t('title')}</Link>}
      note={t('letterCount', { count: letters.length })}
      empty={letters.length === 0 && { title: t('letters'), text: t('noLetters') }}
    >
      {letters.map((letter) => (
        <LetterSheet key={letter.id} letter={letter} isSample={wave.isSample} />
      ))}
    </PrintFrame>
  )
}
