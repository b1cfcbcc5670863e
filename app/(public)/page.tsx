// The first page for everybody.
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../_ui/page-header'

export default async function HomePage() {
  const t = await getTranslations('product')
  return <PageHeader title={t('name')} lead={t('tagline')} />
}
