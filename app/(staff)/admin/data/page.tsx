// Takes the sample data out. Asks for a typed word, because it cannot be undone.
import { getTranslations } from 'next-intl/server'
import { allow } from '#lib/access'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { load } from '../../../_server/load'
import { EmptyState } from '../../../_ui/empty-state'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { RemoveSampleForm } from '../../../_ui/remove-sample-form'
import { StateBox } from '../../../_ui/state-box'
import { removeSample } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('sampleData'))('title') }
}

export default async function SampleDataPage() {
  const status = await load((actor) => loadSiteStatus(allow(actor, 'sample.remove')))
  const t = await getTranslations('sampleData')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {status.hasSampleData ? (
        <div className={style.sections}>
          {status.needsFirstAdmin && (
            <StateBox title={t('noAdmin')} tone="warning">
              {t('noAdminLead')}
            </StateBox>
          )}
          <RemoveSampleForm action={removeSample} />
        </div>
      ) : (
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      )}
    </>
  )
}
