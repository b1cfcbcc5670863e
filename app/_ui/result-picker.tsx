'use client'
// Chooses what results are shown for: index, wave, baseline. A plain GET form, so that the address of a view can be kept.
import { Button, NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import style from './result-picker.module.css'

export type Choice = { value: string; label: string }
type Props = {
  indexes: Choice[]
  waves: Choice[]
  baselines: Choice[]
  /** Answers that can be chosen; none when the wave takes one kind only. */
  entries: Choice[]
  chosen: { index: string; wave: string; baseline: string; entry: string; tab: string }
}

export function ResultPicker({ indexes, waves, baselines, entries, chosen }: Props) {
  const t = useTranslations('results')
  return (
    <form method="get" className={style.form}>
      <input type="hidden" name="tab" value={chosen.tab} />
      <NativeSelect label={t('index')} name="index" data={indexes} defaultValue={chosen.index} />
      <NativeSelect label={t('wave')} name="wave" data={waves} defaultValue={chosen.wave} />
      <NativeSelect
        label={t('baseline')}
        name="baseline"
        data={[{ value: '', label: t('noBaseline') }, ...baselines]}
        defaultValue={chosen.baseline}
      />
      {entries.length > 0 && (
        <NativeSelect label={t('entry')} name="entry" data={entries} defaultValue={chosen.entry} />
      )}
      <Button type="submit" variant="outline">
        {t('show')}
      </Button>
    </form>
  )
}
