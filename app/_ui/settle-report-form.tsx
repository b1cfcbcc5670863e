'use client'
// The office above takes a report or sends it back, with what has to be mended.
import { Radio, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Props = {
  action: FormAction
  place: { unit: string; year: string; period: string; seen: string }
  /** An accepted report can only be sent back. */
  isAccepted: boolean
}

export function SettleReportForm({ action, place, isAccepted }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('periodReports')
  const start = { decision: isAccepted ? 'return' : 'accept', comment: '' }
  const { typed, type, input } = useTypedFields(start, state, field)
  const decisions = isAccepted ? (['return'] as const) : (['accept', 'return'] as const)
  return (
    <FormCard
      title={t('settle')}
      lead={isAccepted ? t('settleAcceptedLead') : t('settleLead')}
      action={send}
      submit={t('settleSend')}
      isSending={isSending}
      problem={problem}
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radio.Group
        label={t('decision')}
        name="decision"
        value={typed.decision}
        onChange={(decision) => type({ ...typed, decision })}
      >
        <Stack gap="xs" mt="xs">
          {decisions.map((decision) => (
            <Radio key={decision} value={decision} label={t(`decisions.${decision}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea label={t('comment')} autosize minRows={2} maxLength={2000} {...input('comment')} />
    </FormCard>
  )
}
