'use client'
// Figures and targets of published indices, pasted as a table: checked first if wished, stored all or none.
import { Checkbox, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Saved = { count: number; isTrial: boolean }
type Props = { action: FormAction<Saved>; example: string }

export function FiguresForm({ action, example }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<Saved>(action)
  const t = useTranslations('series')
  const saved = state.status === 'done' ? state.result : undefined
  return (
    <FormCard
      title={t('add')}
      lead={t('addLead')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={saved && t(saved.isTrial ? 'checked' : 'saved', { count: saved.count })}
      isWide
    >
      <Textarea
        label={t('tableField')}
        autosize
        minRows={5}
        maxRows={20}
        spellCheck={false}
        placeholder={example}
        styles={{ input: { fontFamily: 'var(--font-code)', whiteSpace: 'pre' } }}
        {...field('table')}
      />
      <Checkbox name="trial" value="1" label={t('trial')} />
    </FormCard>
  )
}
