'use client'
// Takes the completed table of a translation.
import { FileInput, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Taken = { count: number; asked: number }
type Props = { action: FormAction<Taken>; form: { slug: string; version: number }; language: string }

export function TranslationForm({ action, form, language }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<Taken>(action)
  const t = useTranslations('translations')
  return (
    <FormCard
      title={t('upload')}
      lead={t('uploadLead')}
      action={send}
      submit={t('send')}
      isSending={isSending}
      problem={problem ?? field('language').error}
      done={state.status === 'done' && t('taken', state.result)}
    >
      <input type="hidden" name="slug" value={form.slug} />
      <input type="hidden" name="version" value={form.version} />
      <input type="hidden" name="language" value={language} />
      <FileInput
        label={t('file')}
        name="file"
        accept=".csv,.tsv,.txt,text/csv"
        required
        withAsterisk={false}
        error={field('file').error}
      />
      <NativeSelect
        label={t('reviewLabel')}
        name="review"
        data={(['draft', 'reviewed'] as const).map((value) => ({ value, label: t(`reviews.${value}`) }))}
      />
      <TextInput label={t('note')} {...field('note')} />
    </FormCard>
  )
}
