'use client'
// Chooses the sheet: index, unit, year. A plain GET form, so the address of a sheet can be kept and shared.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import style from './entry-picker.module.css'

type Choice = { value: string; label: string }
type Props = { indexes: Choice[]; units: Choice[]; chosen: { index: string; unit: string; year: string } }

export function EntryPicker({ indexes, units, chosen }: Props) {
  const t = useTranslations('entries')
  return (
    <form method="get" className={style.form}>
      <NativeSelect label={t('index')} name="index" data={indexes} defaultValue={chosen.index} />
      <NativeSelect label={t('unit')} name="unit" data={units} defaultValue={chosen.unit} />
      <TextInput
        label={t('year')}
        name="year"
        inputMode="numeric"
        pattern="20\d\d"
        defaultValue={chosen.year}
      />
      <Button type="submit" variant="outline">
        {t('open')}
      </Button>
    </form>
  )
}
