// Activities from a spreadsheet.
import { getLocale, getTranslations } from 'next-intl/server'
import { measuresOf } from '#lib/campaigns/activity-columns'
import { loadActivityForm } from '#lib/flows/load-activity-form'
import { load } from '../../../_server/load'
import { ActivityImport } from '../../../_ui/activity-import'
import { PageHeader } from '../../../_ui/page-header'
import { unitName } from '../../../_ui/unit-names'
import { importActivitiesAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('activities'))('importTitle') }
}

export default async function ImportActivitiesPage() {
  const { units, book } = await load((actor) => loadActivityForm(actor, {}))
  const [t, language] = await Promise.all([getTranslations('activities'), getLocale()])
  return (
    <>
      <PageHeader title={t('importTitle')} lead={t('importLead')} />
      <ActivityImport
        action={importActivitiesAction}
        units={units.map((unit) => ({ value: unit.id, label: unitName(unit, language) }))}
        channels={book.channels}
        measures={measuresOf(book.channels)}
      />
    </>
  )
}
