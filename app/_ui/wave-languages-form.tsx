'use client'
// Which languages citizens may choose in a wave. Drafts need a tick of their own.
import { Checkbox } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { LanguageState } from '#lib/surveys/language-state'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction; wave: string; offered: string[]; states: LanguageState[] }

export function WaveLanguagesForm({ action, wave, offered, states }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('translations')
  const language = useLocale()
  const label = ({ names, review, asked, missing }: LanguageState) =>
    t(review === 'draft' ? 'draftMark' : 'readyMark', {
      name: names[language],
      done: asked - missing.length,
      asked,
    })
  const choices = states.filter(({ asked, missing }) => missing.length < asked)
  return (
    <FormCard
      title={t('wave')}
      lead={t('waveLead')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem ?? field('languages').error}
      done={state.status === 'done' && t('saved')}
    >
      <input type="hidden" name="id" value={wave} />
      {choices.map((one) => (
        <Checkbox
          key={one.code}
          name="languages"
          value={one.code}
          label={label(one)}
          defaultChecked={offered.includes(one.code)}
          disabled={one.code === 'vi'}
        />
      ))}
      {choices.some(({ review }) => review === 'draft') && (
        <Checkbox name="isSure" label={t('sure')} error={field('isSure').error} />
      )}
    </FormCard>
  )
}
