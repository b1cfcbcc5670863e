// The first page after sign-in.
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../_ui/page-header'

export default async function DashboardPage() {
  const t = await getTranslations('staff')
  return <PageHeader title={t('dashboard')} />
}
