'use client'
// Which units take part, and how many answers are aimed at in each.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { unitName } from './unit-names'
import style from './wave-units.module.css'

export type UnitToChoose = {
  id: string
  code: string
  name: string
  nameEn: string
  validFrom: Date
  validTo: Date | null
}
type Props = { units: UnitToChoose[]; periodStart: string; periodEnd: string; error?: string }

export function WaveUnits({ units, periodStart, periodEnd, error }: Props) {
  const t = useTranslations('waves')
  const language = useLocale()
  const errorId = useId()
  const [chosen, choose] = useState<Record<string, string>>({})
  const [common, setCommon] = useState('100')
  if (!periodStart || !periodEnd) return <Note text={t('choosePeriod')} error={error} />
  const offered = units.filter((unit) => isThere(unit, periodStart, periodEnd))
  if (offered.length === 0) return <Note text={t('noUnits')} error={error} />
  const without = (id: string) => Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== id))
  return (
    <fieldset className={style.units} aria-describedby={error ? errorId : undefined}>
      <legend className="visually-hidden">{t('units')}</legend>
      <div className={style.all}>
        <TextInput
          label={t('sameTarget')}
          inputMode="numeric"
          value={common}
          onChange={(event) => setCommon(event.currentTarget.value)}
        />
        <Button
          variant="outline"
          onClick={() => choose(Object.fromEntries(offered.map((unit) => [unit.id, common])))}
        >
          {t('allUnits')}
        </Button>
      </div>
      {offered.map((unit) => {
        const name = unitName(unit, language)
        const isChosen = chosen[unit.id] !== undefined
        return (
          <div key={unit.id} className={style.unit}>
            <Checkbox
              name="units"
              value={unit.id}
              label={`${name} · ${unit.code}`}
              checked={isChosen}
              onChange={() => choose(isChosen ? without(unit.id) : { ...chosen, [unit.id]: common })}
            />
            {isChosen && (
              <TextInput
                name={`target ${unit.id}`}
                aria-label={t('targetOf', { unit: name })}
                inputMode="numeric"
                value={chosen[unit.id] ?? ''}
                onChange={(event) => choose({ ...chosen, [unit.id]: event.currentTarget.value })}
              />
            )}
          </div>
        )
      })}
      {error && (
        <p id={errorId} className={style.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function Note({ text, error }: { text: string; error?: string }) {
  return (
    <>
      <p className={style.note}>{text}</p>
      {error && (
        <p className={style.error} role="alert">
          {error}
        </p>
      )}
    </>
  )
}

function isThere(unit: UnitToChoose, periodStart: string, periodEnd: string): boolean {
  const [start, end] = [new Date(periodStart), new Date(periodEnd)]
  return unit.validFrom <= start && (!unit.validTo || unit.validTo >= end)
}
