'use client'
// Attaches a recording or a picture to a question or choice in one language.
import { Checkbox, FileInput, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction
  form: { slug: string; version: number }
  language: string
  places: { owner: string; label: string }[]
}

export function MediaForm({ action, form, language, places }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('translations')
  return (
    <FormCard
      title={t('attach')}
      lead={t('mediaLead')}
      action={send}
      submit={t('attach')}
      isSending={isSending}
      problem={problem ?? field('owner').error}
      done={state.status === 'done' && t('attached')}
    >
      <input type="hidden" name="slug" value={form.slug} />
      <input type="hidden" name="version" value={form.version} />
      <input type="hidden" name="language" value={language} />
      <NativeSelect
        label={t('place')}
        name="owner"
        data={places.map(({ owner, label }) => ({ value: owner, label }))}
      />
      <NativeSelect
        label={t('kind')}
        name="kind"
        data={(['audio', 'image'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <FileInput
        label={t('mediaFile')}
        name="file"
        accept="audio/*,image/png,image/jpeg,image/webp"
        error={field('file').error}
      />
      <TextInput label={t('source')} {...field('source')} />
      <Checkbox name="remove" label={t('remove')} />
    </FormCard>
  )
}
