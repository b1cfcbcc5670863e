'use client'
// What an officer writes in a report on a period, and the signature with which it is handed in. One form with two buttons, so
// that handing in never forgets what was typed last.
import { Alert, Button, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, startTransition } from 'react'
import { type ReportWords, wordSections } from '#lib/campaigns/period-report'
import style from './form-card.module.css'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Props = {
  action: FormAction<'saved' | 'submitted'>
  place: { unit: string; year: string; period: string; seen: string }
  words: ReportWords
  signature: { position: string; name: string }
  /** The words are our suggestion: nobody has saved any yet. */
  isSuggested: boolean
}

export function PeriodReportForm({ action, place, words, signature, isSuggested }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<'saved' | 'submitted'>(action)
  const t = useTranslations('periodReports')
  const forms = useTranslations('form')
  const { input } = useTypedFields({ ...words, number: '', ...signature }, state, field)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const typed = new FormData(event.currentTarget, submitter)
    startTransition(() => send(typed))
  }
  return (
    <section className={style.card} data-wide aria-labelledby="write">
      <h2 id="write">{t('write')}</h2>
      <p className={style.lead}>{t(isSuggested ? 'writeSuggested' : 'writeLead')}</p>
      <form action={send} onSubmit={submit} className={style.form}>
        <Stack gap="md">
          {Object.entries(place).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {wordSections.map((name) => (
            <Textarea
              key={name}
              label={t(`sections.${name}`)}
              autosize
              minRows={2}
              maxRows={14}
              maxLength={6000}
              {...input(name)}
            />
          ))}
          <div>
            <Button type="submit" name="intent" value="save" variant="outline" loading={isSending}>
              {t('save')}
            </Button>
          </div>
          <h3>{t('sign')}</h3>
          <p className={style.lead}>{t('signLead')}</p>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput
              label={t('number')}
              description={t('numberNote')}
              maxLength={20}
              {...input('number')}
            />
            <TextInput label={t('position')} maxLength={100} {...input('position')} />
            <TextInput label={t('signatory')} maxLength={100} {...input('name')} />
          </SimpleGrid>
          {problem && (
            <Alert color="red.9" title={forms('problem')} role="alert" variant="outline">
              {problem}
            </Alert>
          )}
          {state.status === 'done' && (
            <p role="status" className={style.done}>
              {t(state.result)}
            </p>
          )}
          <div>
            <Button type="submit" name="intent" value="submit" loading={isSending}>
              {t('submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  )
}
