'use client'
// What an officer does with a request: answered, done, more time, refused.
import { Radio, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { requestSteps } from '#lib/contacts/request-kinds'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Props = { action: FormAction; id: string; isAnswered: boolean; isExtended: boolean; erases: boolean }

export function SettleRequestForm({ action, id, isAnswered, isExtended, erases }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('requests')
  const { typed, type, input } = useTypedFields(
    { step: isAnswered ? 'done' : 'answer', reason: '' },
    state,
    field,
  )
  const steps = requestSteps.filter(
    (step) => !(step === 'answer' && isAnswered) && !(step === 'extend' && isExtended),
  )
  return (
    <FormCard
      title={t('settle')}
      lead={erases ? t('doneErases') : undefined}
      action={send}
      submit={t('settle')}
      isSending={isSending}
      problem={problem}
    >
      <input type="hidden" name="id" value={id} />
      <Radio.Group
        label={t('state')}
        name="step"
        value={typed.step}
        onChange={(step) => type({ ...typed, step })}
      >
        <Stack gap="xs" mt="xs">
          {steps.map((step) => (
            <Radio key={step} value={step} label={t(`steps.${step}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {(typed.step === 'extend' || typed.step === 'refuse') && (
        <Textarea
          label={t('reason')}
          description={t('reasonNote')}
          autosize
          minRows={2}
          maxLength={500}
          {...input('reason')}
        />
      )}
    </FormCard>
  )
}
