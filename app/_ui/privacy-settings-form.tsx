'use client'
// Which office answers for personal data, and how many days it has.
import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

const office = ['name', 'address', 'phone', 'email'] as const
const days = ['answerWorkingDays', 'stopDays', 'fulfilDays', 'extensionDays'] as const
type Fields = Record<(typeof office)[number] | (typeof days)[number] | 'holidays' | 'smallestGroup', string>

export function PrivacySettingsForm({ action, start }: { action: FormAction; start: Fields }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('privacySettings')
  const words = useTranslations('form')
  const { input } = useTypedFields(start, state, field)
  return (
    <FormCard
      title={t('office')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && words('saved')}
    >
      {office.map((name) => (
        <TextInput key={name} label={t(name)} maxLength={200} {...input(name)} />
      ))}
      <h3>{t('days')}</h3>
      <p>{t('unverified')}</p>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {days.map((name) => (
          <TextInput key={name} label={t(name)} inputMode="numeric" maxLength={3} {...input(name)} />
        ))}
      </SimpleGrid>
      <Textarea
        label={t('holidays')}
        description={t('holidaysNote')}
        autosize
        minRows={3}
        maxRows={12}
        {...input('holidays')}
      />
      <h3>{t('groups')}</h3>
      <TextInput
        label={t('smallestGroup')}
        description={t('smallestGroupNote')}
        inputMode="numeric"
        maxLength={3}
        {...input('smallestGroup')}
      />
    </FormCard>
  )
}
