// What is held about people, for how long, their rights, and the way to use them.
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { load } from '../../_server/load'
import { OwnData } from '../../_ui/own-data'
import { PageHeader } from '../../_ui/page-header'
import style from '../../_ui/prose.module.css'
import { ProseSections } from '../../_ui/prose-sections'
import { findOwnDataAction, sendRequestAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('privacy'))('title') }
}

export const dynamic = 'force-dynamic'

const sections = ['held', 'why', 'rights'] as const

export default async function PrivacyPage() {
  const { office, rules } = await load(loadPrivacySettings)
  const t = await getTranslations('privacy')
  const { privacy, contacts, requests } = await getMessages()
  const where = [office.name, office.address, office.phone, office.email].filter(Boolean)
  return (
    <div className={style.prose}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ProseSections
        sections={sections.map((id) => ({ id, title: t(`${id}.title`), text: t(`${id}.text`) }))}
      />
      <p>{t('time', { answer: rules.answerWorkingDays, stop: rules.stopDays, fulfil: rules.fulfilDays })}</p>
      <section aria-labelledby="office">
        <h2 id="office">{t('office')}</h2>
        {where.length === 0 ? <p>{t('noOffice')}</p> : where.map((line) => <p key={line}>{line}</p>)}
      </section>
      <section aria-labelledby="own">
        <h2 id="own">{t('own')}</h2>
        <NextIntlClientProvider messages={{ privacy, contacts, requests }}>
          <OwnData find={findOwnDataAction} send={sendRequestAction} />
        </NextIntlClientProvider>
      </section>
    </div>
  )
}
