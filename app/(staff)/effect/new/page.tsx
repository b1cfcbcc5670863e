// A new study: written down as a draft, declared on its own page.
import { getLocale, getTranslations } from 'next-intl/server'
import { listStudyChoices } from '#lib/flows/list-study-choices'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../_server/load'
import { PageHeader } from '../../../_ui/page-header'
import { StudyForm } from '../../../_ui/study-form'
import { unitName } from '../../../_ui/unit-names'
import { saveStudyAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('effect.form'))('pageTitle') }
}

type Props = { searchParams: Promise<{ rollout?: string }> }

export default async function NewStudyPage({ searchParams }: Props) {
  const { rollout: asked } = await searchParams
  const choices = await load(listStudyChoices)
  const [t, language] = await Promise.all([getTranslations('effect.form'), getLocale()])
  const rollout = choices.rollouts.find(({ id }) => id === asked)
  const title = (one: { title: string; titleEn: string }) => (language === 'en' ? one.titleEn : one.title)
  return (
    <>
      <PageHeader title={t('pageTitle')} lead={t('pageLead')} />
      <StudyForm
        action={saveStudyAction}
        owners={choices.owners.map((unit) => ({ value: unit.id, label: unitName(unit, language) }))}
        rollouts={choices.rollouts.map((one) => ({ value: one.id, label: one.title }))}
        outcomes={choices.outcomes.map(({ key, name, index }) => ({
          value: key,
          label: `${inLanguage(name, language)} (${inLanguage(index, language)})`,
        }))}
        channels={choices.channels.map(({ code, name }) => ({
          value: code,
          label: inLanguage(name, language),
        }))}
        waves={choices.waves.map((wave) => ({ value: wave.id, label: title(wave) }))}
        communes={choices.communes.map((unit) => ({ value: unit.id, label: unitName(unit, language) }))}
        start={{
          unit: rollout?.unitId ?? choices.owners[0]?.id ?? '',
          rollout: rollout?.id ?? choices.rollouts[0]?.id ?? '',
          primary: choices.suggestedPrimary,
          secondary: choices.suggestedSecondary,
        }}
      />
    </>
  )
}
