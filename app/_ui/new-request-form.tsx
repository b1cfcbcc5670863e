'use client'
// An officer writes down what a person asked about their own data.
import { NativeSelect, SimpleGrid, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { requestChannels, requestKinds } from '#lib/contacts/request-kinds'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

export function NewRequestForm({ action, contact }: { action: FormAction; contact: string }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('requests')
  const { input } = useTypedFields({ kind: 'access', channel: 'phone', note: '' }, state, field)
  return (
    <FormCard
      title={t('new')}
      lead={t('newLead')}
      action={send}
      submit={t('record')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('recorded')}
    >
      <input type="hidden" name="contact" value={contact} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('kind')}
          data={requestKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          {...input('kind')}
        />
        <NativeSelect
          label={t('channel')}
          data={requestChannels
            .filter((value) => value !== 'link')
            .map((value) => ({ value, label: t(`channels.${value}`) }))}
          {...input('channel')}
        />
      </SimpleGrid>
      <Textarea label={t('note')} autosize minRows={2} maxLength={2000} {...input('note')} />
    </FormCard>
  )
}
