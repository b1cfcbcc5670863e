// The first administrator is made here, once, by somebody who can read the server's log. Afterwards the page is gone.
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { getActor } from '../../_server/session'
import { FirstRunForm } from '../../_ui/first-run-form'
import style from '../../_ui/plain-form.module.css'
import { makeFirstAdmin } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('firstRun'))('title') }
}

export default async function FirstRunPage() {
  const status = await loadSiteStatus(await getActor())
  if (!status.needsFirstAdmin) notFound()
  const t = await getTranslations('firstRun')
  const { firstRun, form } = await getMessages()
  return (
    <div className={style.page}>
      <div className={style.card}>
        <h1>{t('title')}</h1>
        <p className={style.hint}>{t('lead')}</p>
        <NextIntlClientProvider messages={{ firstRun, form }}>
          <FirstRunForm action={makeFirstAdmin} />
        </NextIntlClientProvider>
      </div>
    </div>
  )
}
