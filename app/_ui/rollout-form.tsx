'use client'
// Draws by lot which communes start when. One click is enough: everything has a sensible value, all communes are chosen.
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormCard } from './form-card'
import style from './round-forms.module.css'
import { unitName } from './unit-names'
import { type FormAction, useFormAction } from './use-form-action'
import { useTypedFields } from './use-typed-fields'

type Unit = {
  id: string
  name: string
  nameEn: string
  level: string
  parentId: string | null
  validFrom: Date
  validTo: Date | null
}
type Choice = { value: string; label: string }
type Props = {
  action: FormAction
  units: Unit[]
  /** Title and first day that stand there at the beginning. */
  title: string
  first: string
  /** What communes can be matched on. */
  matches: Choice[]
}

export function RolloutForm({ action, units, title, first, matches }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('effect.rollout')
  const language = useLocale()
  const start = { title, first, unit: '', steps: '2', monthsBetween: '3', match: '', seed: '' }
  const { typed, input } = useTypedFields(start, state, field)
  const [leftOut, leaveOut] = useState<string[]>([])
  const there = units.filter((unit) => isThere(unit, typed.first))
  const owners = there
    .map((unit) => ({
      unit,
      communes: there.filter((one) => one.level === 'commune' && isBelow(one, unit.id, units)),
    }))
    .filter(({ communes }) => communes.length > 0)
    .sort((a, b) => Number(canDraw(b)) - Number(canDraw(a)) || a.communes.length - b.communes.length)
  const owner = owners.find(({ unit }) => unit.id === typed.unit) ?? owners[0]
  return (
    <FormCard
      title={t('new')}
      lead={t('newLead')}
      action={send}
      submit={t('draw')}
      isSending={isSending}
      problem={problem}
      isWide
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('name')} maxLength={150} {...input('title')} />
        <TextInput type="date" label={t('first')} {...input('first')} />
        <NativeSelect
          label={t('owner')}
          data={owners.map(({ unit }) => ({ value: unit.id, label: unitName(unit, language) }))}
          {...input('unit')}
          value={owner?.unit.id ?? ''}
        />
        <NativeSelect
          label={t('match')}
          description={t('matchNote')}
          data={[{ value: '', label: t('noMatch') }, ...matches]}
          {...input('match')}
        />
        <NativeSelect
          label={t('steps')}
          data={['2', '3', '4'].map((value) => ({ value, label: t('stepCount', { count: Number(value) }) }))}
          {...input('steps')}
        />
        <NativeSelect
          label={t('monthsBetween')}
          data={['1', '2', '3', '4', '6'].map((value) => ({
            value,
            label: t('months', { count: Number(value) }),
          }))}
          {...input('monthsBetween')}
        />
      </SimpleGrid>
      <Checkbox
        name="hasComparison"
        label={t('hasComparison')}
        description={t('hasComparisonNote')}
        defaultChecked
      />
      <fieldset className={style.units}>
        <legend>{t('communes')}</legend>
        {!owner && <p className={style.note}>{t('noUnits')}</p>}
        {owner?.communes.map((unit) => (
          <Checkbox
            key={unit.id}
            name="units"
            value={unit.id}
            label={unitName(unit, language)}
            checked={!leftOut.includes(unit.id)}
            onChange={() =>
              leaveOut(
                leftOut.includes(unit.id) ? leftOut.filter((id) => id !== unit.id) : [...leftOut, unit.id],
              )
            }
          />
        ))}
      </fieldset>
      {field('units').error && (
        <p role="alert" className={style.error}>
          {field('units').error}
        </p>
      )}
      <TextInput label={t('seed')} description={t('seedNote')} maxLength={80} {...input('seed')} />
    </FormCard>
  )
}

/** Two groups of two communes: whoever has fewer is not suggested first. */
const canDraw = ({ communes }: { communes: Unit[] }) => communes.length >= 4

const isThere = ({ validFrom, validTo }: Unit, day: string) =>
  day.length === 10 && validFrom <= new Date(day) && (validTo === null || validTo >= new Date(day))

function isBelow(unit: Unit, above: string, units: Unit[]): boolean {
  const parentOf = (id: string | null) => units.find((one) => one.id === id)?.parentId ?? null
  for (let parent = unit.parentId; parent; parent = parentOf(parent)) if (parent === above) return true
  return false
}
