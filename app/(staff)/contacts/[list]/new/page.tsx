// One more person in a list.
import { getLocale, getTranslations } from 'next-intl/server'
import { loadContactList } from '#lib/flows/load-contact-list'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../../_server/load'
import { getActor } from '../../../../_server/session'
import { ContactForm } from '../../../../_ui/contact-form'
import { PageHeader } from '../../../../_ui/page-header'
import { saveContactAction } from '../../actions'
import { contactUnits } from '../../contact-units'

type Props = { params: Promise<{ list: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('contacts'))('newPerson') }
}

export default async function NewContactPage({ params }: Props) {
  const { list: id } = await params
  const { list } = await load((actor) => loadContactList(actor, { list: id }))
  const { units } = await load(loadUnits)
  const [t, language, actor] = await Promise.all([getTranslations('contacts'), getLocale(), getActor()])
  const choices = contactUnits(actor, units, language)
  const empty = { name: '', title: '', email: '', phone: '', address: '', stratum: '', cluster: '', size: '' }
  return (
    <>
      <PageHeader title={t('newPerson')} lead={list.title} />
      <ContactForm
        action={saveContactAction}
        list={id}
        start={{ ...empty, unit: choices[0]?.value ?? '', language: 'vi' }}
        needsConsent={list.basis === 'consent'}
        units={choices}
      />
    </>
  )
}
