// Personal data: the office that answers for them, and its deadlines.
import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { loadPrivacySettings } from '#lib/flows/load-privacy-settings'
import { load } from '../../../_server/load'
import { getActor } from '../../../_server/session'
import { PageHeader } from '../../../_ui/page-header'
import { PrivacySettingsForm } from '../../../_ui/privacy-settings-form'
import { savePrivacyAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('privacySettings'))('title') }
}

export default async function PrivacySettingsPage() {
  const { office, rules, smallestGroup } = await load(loadPrivacySettings)
  if (!isAllowed(await getActor(), 'privacy.manage')) return forbidden()
  const t = await getTranslations('privacySettings')
  const { holidays, ...days } = rules
  const start = {
    ...office,
    answerWorkingDays: String(days.answerWorkingDays),
    stopDays: String(days.stopDays),
    fulfilDays: String(days.fulfilDays),
    extensionDays: String(days.extensionDays),
    smallestGroup: String(smallestGroup),
    holidays: holidays.join('\n'),
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PrivacySettingsForm action={savePrivacyAction} start={start} />
    </>
  )
}
