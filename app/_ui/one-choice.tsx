'use client'
// One select in a plain GET form that keeps the rest of the address: which criterion, which unit.
import { Button, NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import style from './one-choice.module.css'
import type { Choice } from './result-picker'

type Props = { name: string; label: string; choices: Choice[]; chosen: string; kept: Record<string, string> }

export function OneChoice({ name, label, choices, chosen, kept }: Props) {
  const t = useTranslations('results')
  return (
    <form method="get" className={style.form}>
      {Object.entries(kept).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <NativeSelect label={label} name={name} data={choices} defaultValue={chosen} />
      <Button type="submit" variant="outline">
        {t('show')}
      </Button>
    </form>
  )
}
