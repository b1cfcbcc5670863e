'use client'
// Makes a batch of visit codes and turns the page into its slips: the codes are known this once and must be printed now.
import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { collectorLabels, collectors, type Place, placeLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import type { SlipWords } from '#lib/surveys/slip-words'
import type { FreshCodes } from '#lib/visit-batch'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { VisitSlips } from './visit-slips'

type Props = {
  action: FormAction<FreshCodes>
  wave: { id: string; title: string; isSample: boolean; places: string[] }
  /** Those the reader may make codes for; `name` is the Vietnamese one. */
  units: { value: string; name: string; label: string }[]
  words: SlipWords[]
  origin: string
  today: string
  lastDay: string
}

export function VisitBatchForm({ action, wave, units, words, origin, today, lastDay }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<FreshCodes>(action)
  const t = useTranslations('codes')
  const language = useLocale()
  const unit = units.find(({ value }) => state.status === 'done' && value === state.result.unit)
  return (
    <>
      {state.status === 'done' && unit && (
        <VisitSlips
          key={state.result.codes[0]}
          fresh={state.result}
          wave={wave}
          unitName={unit.name}
          words={words}
          origin={origin}
        />
      )}
      <FormCard
        title={t('make')}
        lead={t('makeLead')}
        action={send}
        submit={t('makeSlips')}
        isSending={isSending}
        problem={problem ?? field('').error}
      >
        <input type="hidden" name="wave" value={wave.id} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect label={t('unit')} data={units} {...field('unit', units[0]?.value)} />
          <TextInput
            label={t('count')}
            description={t('countNote')}
            inputMode="numeric"
            required
            {...field('count', '40')}
          />
          <TextInput label={t('label')} description={t('labelNote')} {...field('label')} />
          <NativeSelect
            label={t('place')}
            description={t('placeNote')}
            data={wave.places.map((value) => ({
              value,
              label: inLanguage(placeLabels[value as Place], language),
            }))}
            {...field('place', 'desk')}
          />
          <NativeSelect
            label={t('collector')}
            data={collectors.map((value) => ({ value, label: inLanguage(collectorLabels[value], language) }))}
            {...field('collector', 'desk-officer')}
          />
          <TextInput label={t('validFrom')} type="date" required {...field('validFrom', today)} />
          <TextInput label={t('validTo')} type="date" required {...field('validTo', lastDay)} />
        </SimpleGrid>
      </FormCard>
    </>
  )
}
