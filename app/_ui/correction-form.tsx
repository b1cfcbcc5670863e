'use client'
// A correction of a frozen result: which unit and criterion, the right answer, and why. It makes a new revision.
import { NativeSelect, Textarea } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import { inLanguage } from '#lib/surveys/local-text'
import { type AnswerDraft, AnswerFields } from './answer-fields'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction<number>
  round: string
  units: { value: string; label: string }[]
  asked: AskedCriterion[]
}

export function CorrectionForm({ action, round, units, asked }: Props) {
  const { state, send, isSending, problem, field } = useFormAction<number>(action)
  const t = useTranslations('rounds')
  const language = useLocale()
  const [code, setCode] = useState(asked[0]?.code ?? '')
  const [draft, setDraft] = useState<AnswerDraft>({ kind: 'figure', figure: '' })
  const criterion = asked.find((one) => one.code === code)
  if (!criterion) return null
  return (
    <FormCard
      title={t('correct')}
      lead={t('correctLead')}
      action={send}
      submit={t('correctNow')}
      isSending={isSending}
      problem={problem ?? field(code).error}
      done={state.status === 'done' && t('corrected', { revision: state.result })}
    >
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="kind" value={draft.kind} />
      <input type="hidden" name="figure" value={draft.figure} />
      <NativeSelect name="unit" label={t('unit')} data={units} />
      <NativeSelect
        name="criterion"
        label={t('criterion')}
        data={asked.map((one) => ({ value: one.code, label: inLanguage(one.name, language) }))}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value)
          setDraft({ kind: 'figure', figure: '' })
        }}
      />
      <AnswerFields
        criterion={criterion}
        draft={draft}
        change={(part) => setDraft({ ...draft, ...part })}
        onLeave={() => {}}
      />
      <Textarea label={t('reason')} autosize minRows={2} maxLength={2000} required {...field('reason')} />
    </FormCard>
  )
}
