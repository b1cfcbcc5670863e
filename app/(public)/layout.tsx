// The frame of the public pages: light, no component library, no script of its own.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { getActor } from '../_server/session'
import { setLanguage } from '../_server/set-language'
import { LanguageSwitch } from '../_ui/language-switch'
import { Mark } from '../_ui/mark'
import style from '../_ui/public-frame.module.css'
import { SampleBanner } from '../_ui/sample-banner'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const actor = await getActor()
  const status = await loadSiteStatus(actor)
  const t = await getTranslations('public')
  const product = await getTranslations('product')
  return (
    <div className={style.frame}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      {status.hasSampleData && <SampleBanner />}
      <header className={style.header}>
        <Link href="/" className={style.brand}>
          <Mark />
          <span>{product('name')}</span>
        </Link>
        <nav aria-label={t('navigation')} className={style.navigation}>
          <Link href="/results">{t('results')}</Link>
          <Link href="/ledger">{t('ledger')}</Link>
          <Link href="/about">{t('about')}</Link>
          {!actor ? (
            <Link href="/sign-in">{t('signIn')}</Link>
          ) : actor.role === 'delegate' ? (
            <Link href="/desk">{t('desk')}</Link>
          ) : (
            <Link href="/dashboard">{t('work')}</Link>
          )}
        </nav>
        <LanguageSwitch change={setLanguage} />
      </header>
      <main id="main" tabIndex={-1} className={style.main}>
        {children}
      </main>
      <footer className={style.footer}>
        <p>
          {t('footer')} <Link href="/privacy">{t('privacy')}</Link>
        </p>
      </footer>
    </div>
  )
}
