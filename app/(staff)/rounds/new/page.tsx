// Opens a scoring round.
import { getLocale, getTranslations } from 'next-intl/server'
import { listRoundChoices } from '#lib/flows/list-round-choices'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { EmptyState } from '../../../_ui/empty-state'
import { PageHeader } from '../../../_ui/page-header'
import { RoundForm } from '../../../_ui/round-form'
import { createRoundAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('add') }
}

export default async function NewRoundPage() {
  const { indexes, units } = await load(listRoundChoices)
  const t = await getTranslations('rounds')
  const language = await getLocale()
  if (indexes.length === 0) return <EmptyState title={t('noIndex')}>{t('noIndexLead')}</EmptyState>
  return (
    <>
      <PageHeader title={t('add')} lead={t('addLead')} />
      <RoundForm
        action={createRoundAction}
        indexes={indexes.map(({ name, title, version, asked }) => ({
          value: name,
          label: t('indexChoice', { title: inLanguage(title, language), version, count: asked }),
        }))}
        units={units}
        year={new Date().getFullYear()}
      />
    </>
  )
}
