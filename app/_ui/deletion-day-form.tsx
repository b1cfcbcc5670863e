'use client'
// Moves the day on which a list is deleted.
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Props = { action: FormAction; list: string; deleteOn: string }

export function DeletionDayForm({ action, list, deleteOn }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('contacts')
  const { input } = useTypedFields({ deleteOn }, state, field)
  return (
    <FormCard
      title={t('moveDeletion')}
      action={send}
      submit={t('moveDeletion')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('moved')}
    >
      <input type="hidden" name="list" value={list} />
      <TextInput type="date" label={t('deleteOn')} {...input('deleteOn')} />
    </FormCard>
  )
}
