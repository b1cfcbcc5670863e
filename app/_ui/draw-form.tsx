'use client'
// Chooses how to draw from a list: method, strata, how many, and the seed if it comes from outside.
import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { allocations } from '#lib/contacts/allocate'
import { drawMethods } from '#lib/contacts/draw-methods'
import { strataChoices } from '#lib/contacts/strata-choices'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

export function DrawForm({ action, list }: { action: FormAction; list: string }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('draws')
  const start = { method: 'simple', strata: 'unit', allocation: 'proportional', total: '', perCluster: '' }
  const { typed, input } = useTypedFields({ ...start, deviations: '', seed: '' }, state, field)
  const isSample = typed.method !== 'all'
  return (
    <FormCard
      title={t('new')}
      lead={t('methodNote')}
      action={send}
      submit={t('draw')}
      isSending={isSending}
      problem={problem}
      isWide
    >
      <input type="hidden" name="list" value={list} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('method')}
          data={drawMethods.map((value) => ({ value, label: t(`methods.${value}`) }))}
          {...input('method')}
        />
        <NativeSelect
          label={t('strata')}
          data={strataChoices.map((value) => ({ value, label: t(`strataChoices.${value}`) }))}
          {...input('strata')}
        />
        {isSample && (
          <>
            <TextInput
              label={t('total')}
              description={t('totalNote')}
              inputMode="numeric"
              maxLength={6}
              {...input('total')}
            />
            <NativeSelect
              label={t('allocation')}
              description=" "
              data={allocations.map((value) => ({ value, label: t(`allocations.${value}`) }))}
              {...input('allocation')}
            />
          </>
        )}
        {typed.method === 'cluster' && (
          <TextInput
            label={t('perCluster')}
            description={t('perClusterNote')}
            inputMode="numeric"
            maxLength={5}
            {...input('perCluster')}
          />
        )}
        {isSample && (
          <TextInput label={t('seed')} description={t('seedNote')} maxLength={80} {...input('seed')} />
        )}
      </SimpleGrid>
      {isSample && typed.allocation === 'neyman' && (
        <Textarea
          label={t('deviations')}
          description={t('deviationsNote')}
          autosize
          minRows={3}
          {...input('deviations')}
        />
      )}
    </FormCard>
  )
}
