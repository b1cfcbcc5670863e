'use client'
// Writes a study down as a draft: what decides, who counts as treated, which waves. Everything has a sensible start.
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import type { Choice } from './result-picker'
import style from './round-forms.module.css'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Props = {
  action: FormAction
  owners: Choice[]
  rollouts: Choice[]
  /** "awareness.v1/knowledge" */
  outcomes: Choice[]
  channels: Choice[]
  waves: Choice[]
  /** Communes whose adults can be entered. */
  communes: Choice[]
  start: { unit: string; rollout: string; primary: string; secondary: string[] }
}

export function StudyForm({ action, owners, rollouts, outcomes, channels, waves, communes, start }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('effect.form')
  const { typed, input } = useTypedFields(
    {
      title: '',
      titleEn: '',
      unit: start.unit,
      primary: start.primary,
      rollout: start.rollout,
      minimum: '1',
      multiplicity: 'holm',
    },
    state,
    field,
  )
  return (
    <FormCard
      title={t('title')}
      lead={t('lead')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      isWide
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('name')} description={t('nameNote')} maxLength={150} {...input('title')} />
        <TextInput label={t('nameEn')} description={t('nameEnNote')} maxLength={150} {...input('titleEn')} />
        <NativeSelect label={t('unit')} description={t('unitNote')} data={owners} {...input('unit')} />
        <NativeSelect
          label={t('primary')}
          description={t('primaryNote')}
          data={outcomes}
          {...input('primary')}
        />
      </SimpleGrid>
      <Choices
        legend={t('secondary')}
        name="secondary"
        choices={outcomes.filter(({ value }) => value !== typed.primary)}
        checked={start.secondary}
        error={field('secondary').error}
      />
      <NativeSelect
        label={t('treated')}
        description={t('treatedNote')}
        data={[
          ...rollouts.map(({ value, label }) => ({ value, label: t('byRollout', { title: label }) })),
          { value: '', label: t('byActivities') },
        ]}
        {...input('rollout')}
      />
      <Choices
        legend={t('channels')}
        note={t('channelsNote')}
        name="channels"
        choices={channels}
        checked={[]}
      />
      {typed.rollout === '' && (
        <TextInput
          label={t('minimum')}
          description={t('minimumNote')}
          inputMode="numeric"
          {...input('minimum')}
        />
      )}
      <Choices
        legend={t('waves')}
        note={t('wavesNote')}
        name="waves"
        choices={waves}
        checked={[]}
        error={field('waves').error}
      />
      <details>
        <summary>{t('finer')}</summary>
        <NativeSelect
          label={t('multiplicity')}
          description={t('multiplicityNote')}
          data={[
            { value: 'holm', label: t('holm') },
            { value: 'bh', label: t('bh') },
          ]}
          {...input('multiplicity')}
        />
        <fieldset className={style.units}>
          <legend>{t('adults')}</legend>
          <p className={style.note}>{t('adultsNote')}</p>
          {communes.map(({ value, label }) => (
            <TextInput key={value} label={label} inputMode="numeric" {...field(`adults.${value}`)} />
          ))}
        </fieldset>
      </details>
    </FormCard>
  )
}

type ChoicesProps = {
  legend: string
  note?: string
  name: string
  choices: Choice[]
  checked: string[]
  error?: string
}

function Choices({ legend, note, name, choices, checked, error }: ChoicesProps) {
  return (
    <fieldset className={style.units}>
      <legend>{legend}</legend>
      {note && <p className={style.note}>{note}</p>}
      {choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          name={name}
          value={value}
          label={label}
          defaultChecked={checked.includes(value)}
        />
      ))}
      {error && (
        <p role="alert" className={style.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
