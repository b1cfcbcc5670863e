'use client'
// A new contest: questions, time, who can take part, how many right answers the draw needs, prizes. Everything typed is kept in
// state, so a refusal loses nothing.
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { makeSlug } from '#lib/make-slug'
import { FormCard } from './form-card'
import { GraceField } from './grace-field'
import type { Choice } from './result-picker'
import style from './round-forms.module.css'
import { TimeFields } from './time-fields'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Props = {
  action: FormAction
  forms: (Choice & { questions: number })[]
  owners: Choice[]
  units: Choice[]
  start: { owner: string; opensAt: string; closesAt: string }
}

const prizeLines = [0, 1, 2, 3, 4]

export function ContestForm({ action, forms, owners, units, start }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('contests')
  const waves = useTranslations('waves')
  const first = forms[0]
  const { typed, input } = useTypedFields(
    {
      title: '',
      titleEn: '',
      id: '',
      form: first?.value ?? '',
      ...start,
      graceDays: '0',
      threshold: String(Math.ceil((first?.questions ?? 0) / 2)),
      entryDays: '1',
      keepDays: '60',
    },
    state,
    field,
  )
  const [chosen, choose] = useState<string[]>([])
  const [prizes, setPrizes] = useState(
    prizeLines.map((at) => (at === 0 ? { name: t('firstPrize'), nameEn: '', count: '1' } : empty)),
  )
  const setPrize = (at: number, change: Partial<typeof empty>) =>
    setPrizes(prizes.map((prize, other) => (other === at ? { ...prize, ...change } : prize)))
  const questions = forms.find(({ value }) => value === typed.form)?.questions ?? 0
  return (
    <FormCard
      title={t('what')}
      action={send}
      submit={t('create')}
      isSending={isSending}
      problem={problem}
      isWide
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('name')} description={t('nameNote')} maxLength={150} {...input('title')} />
        <TextInput
          label={t('nameEn')}
          description={waves('waveTitleEnNote')}
          maxLength={150}
          {...input('titleEn')}
        />
        <NativeSelect
          label={t('form')}
          description={t('formNote', { count: questions })}
          data={forms.map(({ value, label }) => ({ value, label }))}
          {...input('form')}
        />
        <TextInput
          label={t('code')}
          description={t('codeNote')}
          placeholder={makeSlug(typed.title)}
          maxLength={60}
          autoCapitalize="none"
          {...input('id')}
        />
        <NativeSelect label={t('owner')} description={t('ownerNote')} data={owners} {...input('owner')} />
      </SimpleGrid>
      <h3>{t('when')}</h3>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TimeFields
          labels={{ opensAt: t('opensAt'), closesAt: t('closesAt') }}
          note={waves('timeNote')}
          input={input}
        />
        <GraceField note={t('graceNote')} input={input} />
        <TextInput
          type="number"
          min={0}
          max={30}
          label={t('entryDays')}
          description={t('entryDaysNote')}
          {...input('entryDays')}
        />
      </SimpleGrid>
      <fieldset className={style.units}>
        <legend>{t('units')}</legend>
        <Checkbox
          label={waves('allUnits')}
          checked={chosen.length === units.length}
          onChange={() => choose(chosen.length === units.length ? [] : units.map(({ value }) => value))}
        />
        {units.map(({ value, label }) => (
          <Checkbox
            key={value}
            name="units"
            value={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={() =>
              choose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
            }
          />
        ))}
        {field('units').error && (
          <p role="alert" className={style.error}>
            {field('units').error}
          </p>
        )}
      </fieldset>
      <h3>{t('draw')}</h3>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="number"
          min={0}
          max={questions}
          label={t('threshold')}
          description={t('thresholdNote')}
          {...input('threshold')}
        />
        <TextInput
          type="number"
          min={1}
          max={730}
          label={t('keepDays')}
          description={t('keepDaysNote')}
          {...input('keepDays')}
        />
      </SimpleGrid>
      {prizeLines.map((at) => (
        <SimpleGrid key={at} cols={{ base: 1, sm: 3 }}>
          <TextInput
            name="prizeName"
            label={t('prizeName', { at: at + 1 })}
            maxLength={80}
            value={prizes[at]!.name}
            onChange={(event) => setPrize(at, { name: event.currentTarget.value })}
          />
          <TextInput
            name="prizeNameEn"
            label={t('prizeNameEn', { at: at + 1 })}
            maxLength={80}
            value={prizes[at]!.nameEn}
            onChange={(event) => setPrize(at, { nameEn: event.currentTarget.value })}
          />
          <TextInput
            name="prizeCount"
            inputMode="numeric"
            label={t('prizeCount', { at: at + 1 })}
            maxLength={3}
            value={prizes[at]!.count}
            onChange={(event) => setPrize(at, { count: event.currentTarget.value })}
          />
        </SimpleGrid>
      ))}
      {field('prizes').error && (
        <p role="alert" className={style.error}>
          {field('prizes').error}
        </p>
      )}
    </FormCard>
  )
}

const empty = { name: '', nameEn: '', count: '' }
