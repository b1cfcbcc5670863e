// What stands around sheets that are to be printed, on the screen only: the way back and the button; or why there are none.
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '../_ui/empty-state'
import style from '../_ui/poster.module.css'
import { PrintButton } from '../_ui/print-button'

type Props = {
  title: string
  back: ReactNode
  /** How many sheets, where that is worth a line. */
  note?: string
  /** Why there is nothing to print; then nothing else is shown. */
  empty?: { title: string; text: string } | false
  children: ReactNode
}

export async function PrintFrame({ title, back, note, empty, children }: Props) {
  const t = await getTranslations('waves')
  if (empty)
    return (
      <main id="main">
        <EmptyState title={empty.title} actions={back}>
          {empty.text}
        </EmptyState>
      </main>
    )
  return (
    <main id="main">
      <div className={style.tools}>
        {back}
        <PrintButton label={t('print')} />
      </div>
      <h1 className="visually-hidden">{title}</h1>
      {note && <p className={style.tools}>{note}</p>}
      {children}
    </main>
  )
}
