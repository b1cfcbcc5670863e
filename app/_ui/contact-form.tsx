'use client'
// One person: added or corrected by hand, by the same rules as a row of a spreadsheet.
import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ConsentFields } from './consent-fields'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

export type ContactFields = Record<
  'name' | 'title' | 'email' | 'phone' | 'address' | 'unit' | 'stratum' | 'cluster' | 'size' | 'language',
  string
>
type Props = {
  action: FormAction<{ id: string }>
  list: string
  /** Absent: a new person. */
  id?: string
  start: ContactFields
  needsConsent: boolean
  units: { value: string; label: string }[]
}

export function ContactForm({ action, list, id, start, needsConsent, units }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<{ id: string }>(action)
  const t = useTranslations('contacts')
  const { input } = useTypedFields({ ...start, consentText: '', consentOn: '' }, state, field)
  const isDone = state.status === 'done'
  return (
    <FormCard
      title={t(id ? 'correct' : 'newPerson')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      isWide
      done={
        isDone && (
          <>
            {t('saved')} <Link href={`/contacts/${list}`}>{t('back')}</Link>
          </>
        )
      }
    >
      <input type="hidden" name="list" value={list} />
      {id && <input type="hidden" name="id" value={id} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('name')} maxLength={120} autoComplete="off" {...input('name')} />
        <TextInput label={t('titleOf')} maxLength={120} autoComplete="off" {...input('title')} />
        <TextInput label={t('email')} maxLength={200} autoComplete="off" {...input('email')} />
        <TextInput label={t('phone')} maxLength={30} autoComplete="off" {...input('phone')} />
      </SimpleGrid>
      <TextInput label={t('address')} maxLength={250} autoComplete="off" {...input('address')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect label={t('unit')} data={units} {...input('unit')} />
        <NativeSelect
          label={t('language')}
          data={(['vi', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          {...input('language')}
        />
        <TextInput label={t('stratum')} maxLength={60} {...input('stratum')} />
        <TextInput label={t('cluster')} maxLength={60} {...input('cluster')} />
        <TextInput label={t('size')} description={t('sizeNote')} maxLength={12} {...input('size')} />
      </SimpleGrid>
      {needsConsent && !id && <ConsentFields text={input('consentText')} day={input('consentOn')} />}
    </FormCard>
  )
}
