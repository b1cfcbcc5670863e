'use client'
// Opens a scoring round. The units offered are those that lie below the chosen appraising unit and exist in the year.
import { Button, Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormCard } from './form-card'
import style from './round-forms.module.css'
import { TimeFields } from './time-fields'
import { unitName } from './unit-names'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Unit = {
  id: string
  code: string
  name: string
  nameEn: string
  level: string
  parentId: string | null
  validFrom: Date
  validTo: Date | null
}
type Props = { action: FormAction; indexes: { value: string; label: string }[]; units: Unit[]; year: number }

export function RoundForm({ action, indexes, units, year }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('rounds')
  const language = useLocale()
  const { typed, input } = useTypedFields(
    {
      title: '',
      titleEn: '',
      index: indexes[0]?.value ?? '',
      year: String(year),
      appraiser: '',
      selfScoreBy: '',
      appraiseBy: '',
      explainBy: '',
      reappraiseBy: '',
    },
    state,
    field,
  )
  const [chosen, choose] = useState<string[]>([])
  const ofYear = units.filter((unit) => isThere(unit, Number(typed.year)))
  const parents = ofYear.filter((unit) => units.some((other) => other.parentId === unit.id))
  const offered = ofYear.filter((unit) => unit.level === 'commune' && isBelow(unit, typed.appraiser, units))
  const ids = offered.map(({ id }) => id)
  return (
    <FormCard
      title={t('newWhat')}
      action={send}
      submit={t('create')}
      isSending={isSending}
      problem={problem}
      isWide
    >
      <TextInput
        label={t('roundTitle')}
        description={t('roundTitleNote')}
        maxLength={150}
        {...input('title')}
      />
      <TextInput label={t('roundTitleEn')} maxLength={150} {...input('titleEn')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect label={t('index')} data={indexes} {...input('index')} />
        <TextInput label={t('year')} inputMode="numeric" {...input('year')} />
      </SimpleGrid>
      <NativeSelect
        label={t('appraiser')}
        description={t('appraiserNote')}
        data={[
          { value: '', label: t('chooseAppraiser') },
          ...parents.map((unit) => ({ value: unit.id, label: unitName(unit, language) })),
        ]}
        {...input('appraiser')}
      />
      <fieldset className={style.units}>
        <legend>{t('units')}</legend>
        {typed.appraiser === '' && <p className={style.note}>{t('chooseAppraiserFirst')}</p>}
        {typed.appraiser !== '' && offered.length === 0 && <p className={style.note}>{t('noUnits')}</p>}
        {offered.map((unit) => (
          <Checkbox
            key={unit.id}
            name="units"
            value={unit.id}
            label={`${unitName(unit, language)} · ${unit.code}`}
            checked={chosen.includes(unit.id)}
            onChange={() =>
              choose(chosen.includes(unit.id) ? chosen.filter((id) => id !== unit.id) : [...chosen, unit.id])
            }
          />
        ))}
      </fieldset>
      {offered.length > 1 && (
        <div>
          <Button variant="outline" onClick={() => choose(ids)}>
            {t('allUnits', { count: ids.length })}
          </Button>
        </div>
      )}
      {field('units').error && (
        <p role="alert" className={style.error}>
          {field('units').error}
        </p>
      )}
      <h3>{t('deadlines')}</h3>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TimeFields
          labels={{
            selfScoreBy: t('selfScoreBy'),
            appraiseBy: t('appraiseBy'),
            explainBy: t('explainBy'),
            reappraiseBy: t('reappraiseBy'),
          }}
          input={input}
        />
      </SimpleGrid>
      <Checkbox name="allowsLate" label={t('allowsLate')} description={t('allowsLateNote')} defaultChecked />
    </FormCard>
  )
}

function isThere(unit: Unit, year: number): boolean {
  return unit.validFrom.getUTCFullYear() <= year && (!unit.validTo || unit.validTo.getUTCFullYear() >= year)
}

function isBelow(unit: Unit, above: string, units: Unit[]): boolean {
  const parentOf = (id: string | null) => units.find((one) => one.id === id)?.parentId ?? null
  for (let parent = unit.parentId; parent; parent = parentOf(parent)) if (parent === above) return true
  return false
}
