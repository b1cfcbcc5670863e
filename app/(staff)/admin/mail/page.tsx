// How messages to invited people go out: mail server with a trial, hours, gateway for telephones.
import { getTranslations } from 'next-intl/server'
import { loadMailSettings } from '#lib/flows/load-mail-settings'
import { load } from '../../../_server/load'
import { SendingHoursForm, SmtpForm, TestMailForm, WebhookForm } from '../../../_ui/mail-forms'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { saveHoursAction, saveSmtpAction, saveWebhookAction, sendTestAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('mail'))('title') }
}

export default async function MailPage() {
  const settings = await load((actor) => loadMailSettings(actor))
  const t = await getTranslations('mail')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        {!settings.hasPublicUrl && <p className={style.panel}>{t('noPublicUrl')}</p>}
        {settings.isFromEnvironment ? (
          <p className={style.panel}>{t('fromEnvironment')}</p>
        ) : (
          <SmtpForm action={saveSmtpAction} smtp={settings.smtp} hasPassword={settings.hasPassword} />
        )}
        {settings.smtp ? (
          <TestMailForm action={sendTestAction} />
        ) : (
          <p className={style.small}>{t('noSmtp')}</p>
        )}
        <SendingHoursForm action={saveHoursAction} hours={settings.hours} />
        <WebhookForm action={saveWebhookAction} url={settings.webhook?.url ?? null} />
      </div>
    </>
  )
}
