'use client'
// One sheet that two people read differently: for each field what both typed, and what the paper says. Arrow keys choose
// within a field, Tab goes on, Enter sends.
import { Radio, Stack, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { inLanguage } from '#lib/surveys/local-text'
import type { PaperField } from '#lib/surveys/paper-form/paper-field'
import { boxWords, typedWords } from '#lib/surveys/paper-form/typed-words'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction<{ sheet: number }>
  place: Record<string, string>
  difference: {
    sheet: number
    first: { voidReason: string }
    second: { voidReason: string }
    fields: { field: PaperField; first: string; second: string }[]
  }
}

export function SettleSheetForm({ action, place, difference }: Props) {
  const { state, send, isSending, problem } = useFormAction<{ sheet: number }>(action)
  const t = useTranslations('paper')
  const { sheet, fields, first, second } = difference
  const faults = state.status === 'failed' ? state.faults : []
  const language = useLocale()
  const side = (reason: string) => (reason ? t(`void.${reason as 'blank'}`) : t('valid'))
  return (
    <FormCard
      title={t('sheet', { sheet })}
      action={send}
      submit={t('decide')}
      isSending={isSending}
      problem={problem ?? faults[0]?.[language === 'en' ? 'en' : 'vi']}
    >
      {Object.entries({ ...place, sheet: String(sheet) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ field, ...typed }) => (
        <Choice key={field.key} name={`decided:${field.key}`} field={field} typed={typed} />
      ))}
      {fields.length === 0 && (
        <Radio.Group name="whole" label={t('whichSheet')}>
          <Stack gap="xs" mt="xs">
            <Radio value="first" label={side(first.voidReason)} />
            <Radio value="second" label={side(second.voidReason)} />
          </Stack>
        </Radio.Group>
      )}
    </FormCard>
  )
}

/** Left, right, or what neither typed. Nothing is chosen beforehand; the field is sent once something is. */
function Choice({
  name,
  field,
  typed,
}: {
  name: string
  field: PaperField
  typed: { first: string; second: string }
}) {
  const t = useTranslations('paper')
  const language = useLocale()
  const label = `${field.number}. ${inLanguage(field.label, language)}`
  const shown = (text: string) => typedWords(field, text, language) || t('nothing')
  const [chosen, choose] = useState('')
  const [third, type] = useState('')
  const value = chosen === 'third' ? third : typed[chosen as 'first']
  return (
    <div>
      <Radio.Group label={label} value={chosen} onChange={choose}>
        <Stack gap="xs" mt="xs">
          <Radio value="first" label={shown(typed.first)} />
          <Radio value="second" label={shown(typed.second)} />
          <Radio value="third" label={t('third')} />
        </Stack>
      </Radio.Group>
      {chosen === 'third' && (
        <TextInput
          mt="xs"
          aria-label={t('third')}
          description={boxWords(field, language)}
          value={third}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
      {value !== undefined && <input type="hidden" name={name} value={value} />}
    </div>
  )
}
