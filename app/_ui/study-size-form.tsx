'use client'
// The settings of the planner, each explained in a sentence. A plain GET form: the address of a plan can be kept and sent.
import { Button, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { SizeFault, SizeField } from '#lib/effects/study-size-input'
import style from './study-size-form.module.css'

type Props = { typed: Record<SizeField, string>; faults: SizeFault[] }

const main: SizeField[] = [
  'communes',
  'exposed',
  'answers',
  'waves',
  'proportion',
  'lift',
  'costPerInterview',
  'campaignCost',
]
const finer: SizeField[] = [
  'communeCorrelation',
  'communeAutocorrelation',
  'designEffect',
  'responseRate',
  'adults',
]

export function StudySizeForm({ typed, faults }: Props) {
  const t = useTranslations('effect.size')
  const input = (name: SizeField) => {
    const fault = faults.find(({ field }) => field === name)
    return (
      <TextInput
        key={name}
        name={name}
        label={t(`fields.${name}`)}
        description={t(`notes.${name}`)}
        inputMode="decimal"
        defaultValue={typed[name]}
        error={fault && t(fault.isWhole ? 'faultWhole' : 'fault', { least: fault.least, most: fault.most })}
      />
    )
  }
  return (
    <form method="get" action="#size" className={style.form}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} className={style.grid}>
        {main.map(input)}
      </SimpleGrid>
      <details open={faults.some(({ field }) => finer.includes(field))}>
        <summary>{t('finer')}</summary>
        <p className={style.note}>{t('finerNote')}</p>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} className={style.grid}>
          {finer.map(input)}
        </SimpleGrid>
      </details>
      <div>
        <Button type="submit">{t('compute')}</Button>
      </div>
    </form>
  )
}
