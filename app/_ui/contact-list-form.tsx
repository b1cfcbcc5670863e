'use client'
// Begins a list of people: purpose, ground and day of deletion come before the first name.
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { grounds } from '#lib/contacts/contact'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

export function ContactListForm({ action, deleteOn }: { action: FormAction; deleteOn: string }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('contacts')
  const { input } = useTypedFields({ title: '', purpose: '', basis: 'duty', deleteOn }, state, field)
  return (
    <FormCard
      title={t('newTitle')}
      lead={t('newLead')}
      action={send}
      submit={t('create')}
      isSending={isSending}
      problem={problem}
    >
      <TextInput label={t('listTitle')} maxLength={120} {...input('title')} />
      <Textarea
        label={t('purpose')}
        description={t('purposeNote')}
        autosize
        minRows={2}
        maxLength={400}
        {...input('purpose')}
      />
      <NativeSelect
        label={t('basis')}
        description={t('basisNote')}
        data={grounds.map((value) => ({ value, label: t(`bases.${value}`) }))}
        {...input('basis')}
      />
      <TextInput type="date" label={t('deleteOn')} {...input('deleteOn')} />
    </FormCard>
  )
}
