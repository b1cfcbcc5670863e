// Is it working? What to do first, and where the answers are.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { listRollouts } from '#lib/flows/list-rollouts'
import { load } from '../../_server/load'
import { EmptyState } from '../../_ui/empty-state'
import { PageHeader } from '../../_ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('effect'))('title') }
}

export default async function EffectPage() {
  await load(listRollouts)
  const t = await getTranslations('effect')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <EmptyState title={t('empty.title')} actions={<Link href="/effect/planner">{t('empty.plan')}</Link>}>
        {t('empty.text')}
      </EmptyState>
    </>
  )
}
