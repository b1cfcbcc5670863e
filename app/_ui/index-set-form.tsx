'use client'
// Hands in a set of criteria as a spreadsheet: checked first if wished; stored all or none, with every fault and its row.
import { Checkbox, FileInput, NativeSelect, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Imported = { name: string; criteria: number; isTrial: boolean }
type Props = { action: FormAction<Imported>; bases: { value: string; label: string }[] }

export function IndexSetForm({ action, bases }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<Imported>(action)
  const t = useTranslations('indexSet')
  const start = { base: bases[0]?.value ?? '', title: '', titleEn: '', document: '' }
  const { input } = useTypedFields(start, state, field)
  const made = state.status === 'done' ? state.result : undefined
  return (
    <FormCard
      title={t('handIn')}
      action={send}
      submit={t('send')}
      isSending={isSending}
      problem={problem}
      done={
        made &&
        (made.isTrial ? (
          t('checked', { count: made.criteria })
        ) : (
          <>
            {t('stored', { count: made.criteria, name: made.name })}{' '}
            <Link href={`/definitions/indexes/${made.name.replace('.v', '/')}`}>{t('open')}</Link>
          </>
        ))
      }
    >
      <NativeSelect label={t('base')} description={t('baseLead')} data={bases} {...input('base')} />
      <TextInput label={t('setTitle')} required withAsterisk={false} maxLength={150} {...input('title')} />
      <TextInput label={t('setTitleEn')} maxLength={150} {...input('titleEn')} />
      <TextInput
        label={t('document')}
        description={t('documentLead')}
        maxLength={150}
        {...input('document')}
      />
      <FileInput
        label={t('file')}
        name="file"
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
        withAsterisk={false}
        error={field('file').error}
      />
      <Checkbox name="trial" value="1" label={t('trial')} />
    </FormCard>
  )
}
