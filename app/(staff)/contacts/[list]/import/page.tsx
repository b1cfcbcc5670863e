// People from a spreadsheet into a list.
import { getLocale, getTranslations } from 'next-intl/server'
import { loadContactList } from '#lib/flows/load-contact-list'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../../_server/load'
import { getActor } from '../../../../_server/session'
import { ContactImport } from '../../../../_ui/contact-import'
import { PageHeader } from '../../../../_ui/page-header'
import { importContactsAction } from '../../actions'
import { contactUnits } from '../../contact-units'

type Props = { params: Promise<{ list: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('contactImport'))('title') }
}

export default async function ImportContactsPage({ params }: Props) {
  const { list: id } = await params
  const { list } = await load((actor) => loadContactList(actor, { list: id }))
  const { units } = await load(loadUnits)
  const [t, language, actor] = await Promise.all([getTranslations('contactImport'), getLocale(), getActor()])
  return (
    <>
      <PageHeader title={t('title')} lead={`${list.title}. ${t('lead')}`} />
      <ContactImport
        action={importContactsAction}
        list={id}
        needsConsent={list.basis === 'consent'}
        units={contactUnits(actor, units, language)}
      />
    </>
  )
}
