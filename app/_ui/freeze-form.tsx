'use client'
// Freezes a round: which survey joins, why although units are not through, and the tick that says it is meant.
import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction
  round: string
  waves: { value: string; label: string }[]
  open: number
  /** Share of the points that must be measured before a unit gets a score. */
  neededShare: number
}

export function FreezeForm({ action, round, waves, open, neededShare }: Props) {
  const { send, isSending, problem, field } = useFormAction(action)
  const t = useTranslations('rounds')
  return (
    <FormCard
      title={t('freeze')}
      lead={t('freezeLead')}
      action={send}
      submit={t('freeze')}
      isSending={isSending}
      problem={problem ?? field('wave').error}
    >
      <input type="hidden" name="id" value={round} />
      <NativeSelect
        name="wave"
        label={t('survey')}
        description={`${t('surveyNote')} ${t('withoutSurvey', { share: neededShare * 100 })}`}
        data={[...waves, { value: '', label: t('noSurvey') }]}
      />
      {open > 0 && (
        <Textarea
          label={t('freezeReason', { count: open })}
          autosize
          minRows={2}
          maxLength={2000}
          {...field('reason')}
        />
      )}
      <Checkbox name="isConfirmed" label={t('freezeSure')} required />
    </FormCard>
  )
}
