'use client'
// Registers a stack: what is written on it, where it comes from, how many sheets were counted.
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { collectorLabels, collectors, placeLabels, places } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Choice = { value: string; label: string }
type Props = {
  action: FormAction
  waves: Choice[]
  units: Choice[]
  chosen: { wave: string; unit: string }
  today: string
  due: string
}

export function PaperBatchForm({ action, waves, units, chosen, today, due }: Props) {
  const { send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('paper')
  const language = useLocale()
  return (
    <FormCard
      title={t('register')}
      lead={t('registerLead')}
      action={send}
      submit={t('register')}
      isSending={isSending}
      problem={problem}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect label={t('wave')} data={waves} {...field('wave', chosen.wave)} />
        <NativeSelect label={t('unit')} data={units} {...field('unit', chosen.unit)} />
        <TextInput label={t('number')} description={t('numberNote')} required {...field('number')} />
        <TextInput label={t('sheets')} inputMode="numeric" required {...field('sheets')} />
        <TextInput label={t('cluster')} description={t('clusterNote')} {...field('cluster')} />
        <NativeSelect
          label={t('place')}
          data={places.map((value) => ({ value, label: inLanguage(placeLabels[value], language) }))}
          {...field('place')}
        />
        <NativeSelect
          label={t('collector')}
          data={collectors.map((value) => ({ value, label: inLanguage(collectorLabels[value], language) }))}
          {...field('collector')}
        />
        <TextInput label={t('collectedOn')} type="date" required {...field('collectedOn', today)} />
        <TextInput label={t('dueOn')} type="date" required {...field('dueOn', due)} />
      </SimpleGrid>
      <Checkbox name="isDouble" label={t('isDouble')} description={t('isDoubleNote')} />
    </FormCard>
  )
}
