'use client'
// Releases what the page shows to the public: a title and a confirmation, because a release cannot be changed.
import { Checkbox, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction<string>
  place: { index: string; wave: string; baseline: string }
  suggestion: string
}

export function ReleaseForm({ action, place, suggestion }: Props) {
  const t = useTranslations('results.release')
  const { state, send, isSending, field, problem } = useFormAction(action)
  const { defaultValue: _, ...confirmation } = field('isConfirmed')
  return (
    <FormCard
      title={t('title')}
      lead={
        <>
          {t('lead')} {t('graceNote')}
        </>
      }
      action={send}
      submit={t('submit')}
      isSending={isSending}
      problem={problem}
      done={
        state.status === 'done' && (
          <>
            {t('done')} <Link href={`/results/${state.result}`}>{t('see')}</Link>
          </>
        )
      }
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput label={t('name')} description={t('nameHint')} {...field('title', suggestion)} />
      <Checkbox label={t('confirm')} value="1" {...confirmation} />
    </FormCard>
  )
}
