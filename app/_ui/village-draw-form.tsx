'use client'
// A frame of villages and how to draw from it.
import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

const methods = ['pps', 'simple', 'systematic', 'all'] as const

export function VillageDrawForm({ action }: { action: FormAction }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('villageDraws')
  const d = useTranslations('draws')
  const start = { title: '', villages: '', method: 'pps', perStratum: '4', perVillage: '40', seed: '' }
  const { typed, input } = useTypedFields(start, state, field)
  const faults =
    state.status === 'failed' ? state.faults.filter(({ question }) => question === 'villages') : []
  return (
    <FormCard
      title={t('new')}
      action={send}
      submit={t('draw')}
      isSending={isSending}
      problem={problem}
      isWide
    >
      <TextInput label={t('name')} maxLength={120} {...input('title')} />
      <Textarea
        label={t('frame')}
        description={t('frameNote')}
        autosize
        minRows={6}
        maxRows={18}
        spellCheck={false}
        {...input('villages')}
        error={faults.length > 0 && faults.map((fault) => <span key={fault.vi}>{fault.vi} </span>)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('method')}
          data={methods.map((value) => ({ value, label: t(`methods.${value}`) }))}
          {...input('method')}
        />
        {typed.method === 'all' ? (
          <input type="hidden" name="perStratum" value="1" />
        ) : (
          <TextInput
            label={t('perStratum')}
            description={t('perStratumNote')}
            inputMode="numeric"
            {...input('perStratum')}
          />
        )}
        <TextInput label={t('perVillage')} inputMode="numeric" {...input('perVillage')} />
        <TextInput label={d('seed')} description={d('seedNote')} maxLength={80} {...input('seed')} />
      </SimpleGrid>
    </FormCard>
  )
}
