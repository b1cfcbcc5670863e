'use client'
// What the appraising side can do with one sheet besides appraising: send it back to an earlier step, give more time, go on
// without an explanation. Each needs a reason, and all of it stands in the history.
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type Step, steps } from '#lib/rounds/round-event'
import { FormCard } from './form-card'
import style from './round-forms.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Place = { round: string; unit: string }
export type DirectActions = { reopen: FormAction; extend: FormAction; close: FormAction }
type Props = { place: Place; step: Step; isLate: boolean; actions: DirectActions }

export function DirectForms({ place, step, isLate, actions }: Props) {
  const t = useTranslations('rounds')
  const earlier = steps.slice(0, steps.indexOf(step))
  const isTimed = step !== 'settled'
  return (
    <details className={style.direct}>
      <summary>{t('direct')}</summary>
      <div className={style.forms}>
        {earlier.length > 0 && (
          <ReasonForm action={actions.reopen} place={place} title={t('reopen')} lead={t('reopenLead')}>
            <NativeSelect
              name="step"
              label={t('reopenTo')}
              data={earlier.map((one) => ({ value: one, label: t(`steps.${one}`) }))}
            />
          </ReasonForm>
        )}
        {isTimed && (
          <ReasonForm action={actions.extend} place={place} title={t('extend')} lead={t('extendLead')}>
            <TextInput type="datetime-local" name="until" label={t('until')} required />
          </ReasonForm>
        )}
        {step === 'explanation' && isLate && (
          <ReasonForm
            action={actions.close}
            place={place}
            title={t('closeExplanation')}
            lead={t('closeExplanationLead')}
          />
        )}
      </div>
    </details>
  )
}

type FormProps = { action: FormAction; place: Place; title: string; lead: string; children?: React.ReactNode }

function ReasonForm({ action, place, title, lead, children }: FormProps) {
  const { state, send, isSending, problem, field } = useFormAction(action)
  const t = useTranslations('rounds')
  return (
    <FormCard
      title={title}
      lead={lead}
      action={send}
      submit={title}
      isSending={isSending}
      problem={problem ?? field('until').error}
      done={state.status === 'done' && t('recorded')}
    >
      <input type="hidden" name="round" value={place.round} />
      <input type="hidden" name="unit" value={place.unit} />
      {children}
      <Textarea label={t('reason')} autosize minRows={2} maxLength={2000} required {...field('reason')} />
    </FormCard>
  )
}
