'use client'
// Invites the people of a draw to a wave.
import { NativeSelect, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Invited = { invited: number; already: number }
type Props = { action: FormAction<Invited>; draw: string; waves: { value: string; label: string }[] }

export function InviteForm({ action, draw, waves }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<Invited>(action)
  const t = useTranslations('draws')
  const invitations = useTranslations('invitations')
  const { input } = useTypedFields({ wave: waves[0]?.value ?? '' }, state, field)
  const language = useLocale()
  const others =
    state.status === 'failed'
      ? state.faults.filter(({ question }) => !['wave', 'lastDay'].includes(question))
      : []
  return (
    <FormCard
      title={t('invite')}
      lead={t('inviteLead')}
      action={send}
      submit={t('inviteThem')}
      isSending={isSending}
      problem={problem ?? (others.map((fault) => fault[language]).join(' ') || undefined)}
      done={
        state.status === 'done' &&
        t('invited', { count: state.result.invited, already: state.result.already })
      }
    >
      <input type="hidden" name="draw" value={draw} />
      <NativeSelect label={t('wave')} data={waves} {...input('wave')} />
      <TextInput
        label={invitations('lastDay')}
        description={invitations('lastDayNote')}
        type="date"
        {...field('lastDay')}
      />
    </FormCard>
  )
}
